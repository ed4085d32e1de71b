"""Being a good guest where Scrapy leaves it undone."""

import asyncio
from collections import defaultdict

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares import robotstxt
from scrapy.robotstxt import RobotParser
from scrapy.utils.httpobj import urlparse_cached


class RobotsTxtMiddleware(robotstxt.RobotsTxtMiddleware):
    """Holds every request to robots.txt, also those that wait while it is fetched.

    Scrapy 2.19 lets them wait on one Deferred, of which only the first to wait gets the rules;
    to all others it gives None, which means that everything is allowed.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._turns: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def robot_parser(self, request: Request) -> RobotParser | None:
        """Return the rules for *request*, fetched by one request at a time."""
        async with self._turns[urlparse_cached(request).netloc]:
            return await super().robot_parser(request)
