"""What happens between a request and its response: manners kept, crawls recorded and replayed."""
