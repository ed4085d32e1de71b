"""Layouts that papers of one content management system share."""

from newscrawl.publisher import Layout

VCCORP = Layout(
    name="vccorp-2022",
    body="[data-role=content]:not(#objectPopupBody)",
    headline="h1[data-role=title], h1 [data-role=title]",
    description="[data-role=sapo]",
    authors="[data-role=author]",
    date_published="[data-role=publishdate]",
    section="[data-role=cate-name]",
    keywords=".detail-tab a",
)

MASTERCMS = Layout(
    name="mastercms-2020",
    body=".__MASTERCMS_CONTENT",
    headline="h1.article-detail-title",
    description=".article-detail-desc",
    authors=".article-detail-author",
    date_published=".article-date",
    breadcrumbs="ul.breadcrumb.active li.menu-alias a",
    keywords=".article-tag .article-keyword a",
)
