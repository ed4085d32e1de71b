"""Settings: only what differs from Scrapy's defaults, each with its reason."""

BOT_NAME = "newscrawl"
SPIDER_MODULES = ["newscrawl.spiders"]
COMMANDS_MODULE = "newscrawl.commands"

# A good guest.
ROBOTSTXT_OBEY = True
CONCURRENT_REQUESTS_PER_DOMAIN = 1
DOWNLOAD_DELAY = 1.0

# Closed doors: RemoteControl executes Python sent to a local port, telnet likewise.
REMOTE_CONTROL_ENABLED = False
TELNETCONSOLE_ENABLED = False
DOWNLOAD_VERIFY_CERTIFICATES = True

# One item at a time keeps the output in page order and costs half of the default's CPU time.
CONCURRENT_ITEMS = 1

FEED_EXPORT_ENCODING = "utf-8"
