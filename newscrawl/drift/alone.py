"""What a single run shows by itself: listings and pages that lead nowhere, floods, refusals."""

from collections.abc import Iterator

from newscrawl.drift.batches import rejected_in
from newscrawl.drift.bounds import NO_COUNTS, Alarm, Report, Thresholds, alarm


def fruitless(report: Report, bounds: Thresholds) -> Iterator[Alarm]:
    """Tell of listings and pages that lead nowhere, and of hosts that want no more requests."""
    listings = report.get("listings", NO_COUNTS)
    if listings.get("read") and not listings.get("unchanged") and not report.get("discovered"):
        words = f"{listings['read']} listings were read and lead to no article"
        yield alarm("no_links", 0, 1, words)
    if too_many := listings.get("too_many"):
        words = f"{too_many} listings were not asked for, as there are too many"
        yield alarm("too_many_listings", too_many, 0, words)
    if (blocked := report.get("blocked", 0)) > bounds.most_blocked:
        words = f"{blocked} answers asked for a proof of a person"
        yield alarm("blocked", blocked, bounds.most_blocked, words)
    in_vain = sum(report.get("failed", NO_COUNTS).values()) + rejected_in(report)
    gained = any(report.get(name) for name in ("written", "revised", "unchanged"))
    if in_vain > bounds.most_in_vain and not gained:
        words = f"{in_vain} pages were asked for, and not one gave a record"
        yield alarm("nothing_gained", in_vain, bounds.most_in_vain, words)
    if unsent := report.get("refused", NO_COUNTS).get("host_given_up"):
        words = f"{unsent} requests were not sent, as their host had been given up"
        yield alarm("given_up", unsent, 0, words)


def unreachable(report: Report, bounds: Thresholds) -> Iterator[Alarm]:
    """Tell of a newspaper hardly a listing of which could be had; what it forbids is no fault."""
    listings = report.get("listings", NO_COUNTS)
    failed = listings.get("failed", 0)
    asked = failed + listings.get("read", 0) + listings.get("unchanged", 0)
    if failed > bounds.most_unlisted * asked:
        words = f"{failed} of {asked} listings could not be had"
        yield alarm("listings_failed", failed / asked, bounds.most_unlisted, words)


def wholesale(report: Report, bounds: Thresholds) -> Iterator[Alarm]:
    """Tell of a newspaper that withdraws most of what it has, or prints one page everywhere."""
    withdrawn = report.get("withdrawn", 0)
    again = withdrawn + report.get("revised", 0) + report.get("unchanged", 0)
    if withdrawn > max(bounds.most_in_vain, bounds.most_withdrawn * again):
        words = f"{withdrawn} of {again} articles that were looked at again have gone"
        yield alarm("withdrawn", withdrawn / again, bounds.most_withdrawn, words)
    # What other papers printed before, and is not wanted twice, is no fault of this one.
    unwanted = report.get("rejected", NO_COUNTS).get("near_duplicate", 0)
    repeated = report.get("duplicates", 0) - unwanted - report.get("duplicates_again", 0)
    read = report.get("judged", 0) + repeated
    if read >= bounds.enough and repeated > bounds.most_repeated * read:
        words = f"{repeated} of {read} pages repeat other articles"
        yield alarm("repeated", repeated / read, bounds.most_repeated, words)
