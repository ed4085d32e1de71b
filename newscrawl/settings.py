"""Settings: only what differs from Scrapy's defaults, grouped by question, each with its reason."""

from scrapy.settings import default_settings

# Who are we?
BOT_NAME = "newscrawl"
NEWSCRAWL_CONTACT = ""  # an address or a page for those who wonder; it goes into the user agent
ROBOTSTXT_USER_AGENT = "newscrawl"

# Where is everything?
# The newspapers' spiders are made of their declarations; name further modules in SPIDER_MODULES.
SPIDER_LOADER_CLASS = "newscrawl.spiders.loading.NewspaperSpiderLoader"
COMMANDS_MODULE = "newscrawl.commands"
NEWSCRAWL_PUBLISHERS: list[str] = []  # modules, or packages, with publishers of one's own

# How does a guest behave? One request at a time, and a second apart at least: a newspaper's
# declaration can make that longer, or a robots.txt. Scrapy's jitter could make it shorter, ours
# only adds up to the share given.
ROBOTSTXT_OBEY = True
CONCURRENT_REQUESTS_PER_DOMAIN = 1
DOWNLOAD_DELAY = 1.0
DOWNLOAD_DELAY_JITTER = 0
NEWSCRAWL_JITTER = 0.3
COOKIES_ENABLED = False
REFERRER_POLICY = "same-origin"

# When does it leave off? A host that fails is asked again ever later, in seconds: 2, 4 ... 60; one
# that asks for more than an hour of waiting in all, fails too often in a row or asks for a proof
# of a person is left alone for the rest of the run. What is tried again comes first: order is kept.
NEWSCRAWL_BACKOFF = 2.0
NEWSCRAWL_LONGEST_WAIT = 3600
NEWSCRAWL_MOST_FAILURES = 10
NEWSCRAWL_MOST_CHALLENGES = 3
RETRY_PRIORITY_ADJUST = 100
RETRY_GIVE_UP_LOG_LEVEL = "WARNING"  # no error of ours: it is told of as a failure or a reject
REDIRECT_MAX_TIMES = 10

# Who looks at a request and its answer? Those that refuse by its address come first, those that
# must see every attempt last; a challenge is seen decompressed, and before it is tried again.
DOWNLOADER_MIDDLEWARES = {
    "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,
    "newscrawl.downloading.safety.AddressMiddleware": 50,
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
    "newscrawl.downloading.politeness.RobotsTxtMiddleware": 100,
    "newscrawl.downloading.answers.ListingsMiddleware": 540,
    "newscrawl.downloading.whole.WholeMiddleware": 545,
    "newscrawl.downloading.answers.ChallengeMiddleware": 560,
    "scrapy.downloadermiddlewares.httpcompression.HttpCompressionMiddleware": None,
    "newscrawl.downloading.decoding.HttpCompressionMiddleware": 590,
    "scrapy.downloadermiddlewares.redirect.RedirectMiddleware": None,
    "newscrawl.downloading.safety.RedirectMiddleware": 600,
    "newscrawl.downloading.politeness.PaceMiddleware": 950,
    "newscrawl.downloading.safety.ConnectionMiddleware": 960,
}

# Which doors are closed? RemoteControl executes Python sent to a local port, telnet likewise; what
# they need would be loaded all the same, which takes a fifth of a second at each start.
REMOTE_CONTROL_ENABLED = False
TELNETCONSOLE_ENABLED = False
EXTENSIONS_BASE = {
    name: order
    for name, order in default_settings.EXTENSIONS_BASE.items()
    if not name.endswith((".TelnetConsole", ".RemoteControl"))
}
DOWNLOAD_VERIFY_CERTIFICATES = True

# How large may things get, and how long may they take? News pages have some hundred kilobytes and
# are read in hundredths of a second of processor time (0: no limit); sitemaps have up to 50 MB.
NEWSCRAWL_MAX_PAGE_BYTES = 8 * 1024 * 1024
NEWSCRAWL_PAGE_SECONDS = 10.0
DOWNLOAD_MAXSIZE = 64 * 1024 * 1024
DOWNLOAD_TIMEOUT = 60

# In which order? That of the listings, the same every time: one request after the other, one item
# at a time (which also halves the CPU time of a page), queues first in, first out, over all hosts.
CONCURRENT_REQUESTS = 1
CONCURRENT_ITEMS = 1
SCRAPER_SLOT_MAX_ACTIVE_SIZE = 0  # the next request is chosen when the page before has been read
SCHEDULER_PRIORITY_QUEUE = "scrapy.pqueues.ScrapyPriorityQueue"
SCHEDULER_MEMORY_QUEUE = "scrapy.squeues.FifoMemoryQueue"
SCHEDULER_DISK_QUEUE = "scrapy.squeues.PickleFifoDiskQueue"

# What is left out? Newspapers refresh their fronts by meta elements, never lead to an article so;
# looking for them costs a third of a page's time.
METAREFRESH_ENABLED = False
# Nor is the source of a callback parsed anew for each listing, to warn of a mistake in it.
WARN_ON_GENERATOR_RETURN_VALUE = False

# From where is it downloaded? A dict, also as JSON: origin -> address of its mirror.
NEWSCRAWL_ORIGINS: dict[str, str] = {}
DOWNLOAD_HANDLERS = dict.fromkeys(
    ("http", "https"), "newscrawl.downloading.recording.RecordingDownloadHandler"
)

# Where is it kept? In this folder, as WARC files of about that size; pages that say noarchive too,
# as a private archive is no public cache.
NEWSCRAWL_ARCHIVE: str | None = None
NEWSCRAWL_ARCHIVE_MAX_BYTES = 1024**3
NEWSCRAWL_ARCHIVE_NOARCHIVE = True

# Is the text of pages written that reserve text and data mining?
NEWSCRAWL_WRITE_RESERVED = True

# What becomes of a text that was printed before, here or elsewhere? "link" or "drop".
NEWSCRAWL_DUPLICATES = "link"

# What happens to a record? It is brought into form, judged, looked up among those of the
# run and among those before it, and tied to those with its text.
ITEM_PIPELINES = {
    "newscrawl.pipelines.NormalizePipeline": 100,
    "newscrawl.pipelines.ValidatePipeline": 200,
    "newscrawl.pipelines.DeduplicatePipeline": 300,
    "newscrawl.pipelines.RevisePipeline": 400,
    "newscrawl.pipelines.LinkPipeline": 500,
}

# What is remembered? Articles, files and runs, in a ledger in this folder, which the crawl commands
# keep: they give each run its id. Young articles are looked at again, up to an age every so often:
# most corrections come on the first day.
NEWSCRAWL_DATA_DIR = "data"
NEWSCRAWL_RUN_ID: str | None = None
NEWSCRAWL_REVISITS = "6h:1h, 2d:6h, 7d:1d"

# Where does it go? The rejects lie beside the output unless a file is named here.
NEWSCRAWL_REJECTS: str | None = None
FEED_EXPORT_ENCODING = "utf-8"
FEED_EXPORTERS = dict.fromkeys(
    ("jsonlines", "jsonl", "jl"), "newscrawl.exporters.JsonLinesExporter"
)
FEED_STORAGES = {
    **dict.fromkeys(("", "file"), "newscrawl.outputs.LocalFileStorage"),
    "stdout": "newscrawl.outputs.StandardOutput",
}
EXTENSIONS = {
    "scrapy.extensions.feedexport.FeedExporter": None,
    "newscrawl.extensions.HandlerErrors": -200,
    "newscrawl.exporters.FeedExporter": 0,
    "newscrawl.extensions.Rejects": 500,
    "newscrawl.extensions.Tally": 500,
    "newscrawl.downloading.recording.Recorder": 600,
    "newscrawl.downloading.safety.LogLines": 500,
}
