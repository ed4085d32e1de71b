"""Layouts that papers of one content management system share."""

from typing import Final

from newscrawl.publisher import Layout

VCCORP: Final = Layout(
    name="vccorp-2022",
    # #objectPopupBody is an empty popup on every page of Tuổi Trẻ.
    body="""[data-role=content]:not(#objectPopupBody),
        .detail-content.afcbc-body:not(#objectPopupBody)""",
    headline="""h1[data-role=title], h1 [data-role=title],
        h1.detail-title:not(:has([data-role=title]))""",
    description="[data-role=sapo], .detail-sapo",
    authors="""[data-role=author], [data-field=author], .detail-author a.name,
        .detail-author-top a.name""",
    source=".link-source-text-name, .link-source-name, [data-field=source], .kbwcm-source",
    origin=".link-source-full",
    date_published="[data-role=publishdate]",
    section="""[data-role=cate-name], .category-page__name,
        .detail-cate:not(:has([data-role=cate-name])) a""",
    keywords=".detail-tab a, [data-role=tags] a",
    cover="[data-role=cover]",
    caption=".PhotoCMS_Caption, .VideoCMS_Caption",
    credit=".PhotoCMS_Author:not(.PhotoCMS_Caption)",
    photo="[type=Photo], [type=PhotoInContentBox], [type=SliderImages], [type=LayoutAlbum]",
    video="[type=VideoStream]",
    box="[type=content], [type=boxhighlight]",
    quote="[type=SimpleQuote], [type=StarQuote], [type=BlockQuoteIa], [type=block-quote-info]",
    related="[type^=Related], .kbwscwl-relatedbox, .link-content-footer",
    below=".detail__related, .box-related, .relationnews",
    # What else its section prints, "Tin cùng chuyên mục".
    more="#tto_news_same",
    cut=""".link-source-wrapper, .readmore-body-box, .tindnd, #listNewsInContent, .h-show-pc,
        .h-show-mobile, .c-banner, .chisochungkhoan, [type=Vote], [type=ElectionVote],
        [type=FootBall], [id^=admzone], [id^=zone-]""",
)
VCCORP_MAGAZINE: Final = VCCORP.but(
    name="vccorp-emagazine",
    body=".sp-detail-content",
    article_type="emagazine",
    confidence="medium",
)

MASTERCMS: Final = Layout(
    name="mastercms-2020",
    body=".__MASTERCMS_CONTENT, [id^=__MB_MASTERCMS_EL_]",
    headline="h1.article-detail-title",
    description=".article-detail-desc",
    authors=".article-detail-author, .article-member, .cms-author, .author-title",
    source=".article-detail-source",
    # The hour and the day may have an element each, and nothing else be in that around them.
    date_published=""".article-date, .article-publish, .article-publish-time,
        :has(> .format_time):has(> .format_date):not(:has(h1)):not(:has(p)), .format_time,
        .dateUp, span.bx-time.lt""",
    # All branches of the menu are printed, the article's one as active, with its sisters.
    section=".article-cat, .breadcrumb.active li:only-child a",
    keywords=".article-tag .article-keyword a, .article-keyword a",
    photo=".MASTERCMS_TPL_TABLE",
    related=".__MB_ARTICLE_A, .__mb_article_in_image",
    below=""".article-detail-related, .bx-related, .bx-detail-news,
        .__MASTERCMS_CONTENT .article:has(.article-title)""",
    more=".article-detail-similar, .bx-readmore",
    cut=".hna-ico-google-news, .__API_WIDGET, .__MB_ARTICLE_PAGING",
)

EPI: Final = Layout(
    name="epi-2021",
    body=""".zce-content-body, .article__body.cms-body, .article__body > .cms-body,
        .article-body.cms-body""",
    headline="h1.cms-title, h1.article__title, h1.article__header",
    description=".article__sapo, .cms-desc",
    # The writer stands above the body and again at its end.
    authors=""".article__meta .author, .article__author .name, .cms-author,
        .article__author:not(:has(.name)):not(:has(.cms-author))""",
    source=".article__source",
    # A bare time.time is also what the cards of other articles print.
    date_published="""time.article__time, .article__meta time, .article__header time,
        meta.cms-date[itemprop=datePublished]::attr(content)""",
    section=".breadcrumb-detail h2 a, .breadcrumb h2.main a, .main-cate a",
    # A list of others may be called so, too.
    keywords=".article__tag a:not(.cms-relate), .article__tags a",
    cover=".article__avatar, .article-avatar",
    caption="figcaption, .picture .caption, .fig",
    photo="table.picture",
    video="table.video",
    box=".notebox",
    related=".article-relate, .article-relate-b, .article__relate",
    below=".related-news",
    # The line of buttons below the text is an article__meta too.
    cut=""".ads_middle, .sda_middle, [id^=adsWeb_], [id^=adsMobile_], [id^=sdaWeb_], .rennab,
        .related-topic, .article__body .article__meta, .article__author, .article__social,
        .article-footer""",
    # The declared description is written for search engines.
    declares_lead=False,
)

EPI_2014: Final = Layout(
    name="epi-2014",
    body=".cms-body",
    headline="h1.cms-title",
    description=".summary.cms-desc",
    authors=".cms-author",
    date_published="meta.cms-date::attr(content)",
    keywords=".tags a",
    related=".article-relate",
    declares_lead=False,
    confidence="medium",
)
"""What papers on ePi's system of before 2021 had in common."""

UIKIT: Final = Layout(
    name="uikit-2020",
    body=".detail-content-body",
    headline="h1.box-title-detail",
    description=".box-des-detail",
    authors=".box-author strong",
    date_published=".box-date",
    breadcrumbs=".uk-breadcrumb .bc-item",
    cover=".box-detail-thumb img",
    video=".videoEmbed",
    declares_lead=False,
    confidence="medium",
)
"""An unnamed system in the UIkit framework; its mark is too plain to try on other papers."""

SC_LONGFORM: Final = Layout(
    name="sc-longform-2022",
    body=".entry.entry-no-padding, .b-maincontent .entry, .c-news-detail article.entry",
    headline=".sc-longform-header-title, .block-sc-title, h1.c-detail-head__title",
    description=".sc-longform-header-sapo, .block-sc-sapo, .c-news-detail h2.desc",
    authors=".sc-longform-header-author, .block-sc-author, .c-detail-head__author",
    date_published=".sc-longform-header-date, .block-sc-publish-time, .c-detail-head__time",
    section=".c-detail-head__cat a",
    breadcrumbs=".breadcrumb-item a",
    keywords=".onecms__tags a",
    box=".sc-hightlight-box",
    related=".sc-relate-news, .c-news-related",
    more=".c-news-detail ~ .c-box",
    # The header stands in the body; only its picture is part of the article.
    cut=""".sc-longform-header > :not(.sc-longform-header-media), .c-box,
        .sc-empty-layer:not(:has(figure))""",
    confidence="medium",
)

PLATFORMS: Final = (VCCORP_MAGAZINE, VCCORP, MASTERCMS, EPI, SC_LONGFORM)
"""Tried, by the marks in their ``body``, on pages of papers that are not declared."""
