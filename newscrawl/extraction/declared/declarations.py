"""Where pages declare each field of a record, best source first."""

from typing import Final

DECLARATIONS: Final = {
    "headline": """jsonld:headline microdata:headline meta:og:title meta:twitter:title
        meta:title jsonld:name page:name video:name title meta:dc.title""",
    "description": """jsonld:description microdata:description meta:og:description
        meta:description meta:dc.description meta:twitter:description""",
    "authors": """jsonld:author jsonld:creator microdata:author meta:dable:author
        meta:parsely-author meta:cxenseparse:author meta:sailthru.author meta:mrf:authors
        meta:article:author_name meta:article:author meta:article:byline meta:byl
        meta:dc.creator meta:dcterms.creator meta:og:author meta:author microdata:creator""",
    "date_published": """jsonld:datePublished meta:article:published_time
        meta:article:published:time meta:its_publication microdata:datePublished meta:datepublished
        meta:pubdate meta:parsely-pub-date meta:cxenseparse:recs:publishtime
        meta:cxenseparse:publishtime meta:sailthru.date meta:dc.date.issued meta:dcterms.issued
        meta:og:published_time meta:publish-date meta:publish_date meta:pub_date meta:published
        meta:published_at meta:publication_date meta:prism.publicationdate page:datePublished
        video:uploadDate meta:dc.date meta:dcterms.date meta:date""",
    "date_created": """jsonld:dateCreated meta:datecreated microdata:dateCreated
        meta:dcterms.created meta:dc.date.created meta:date.created""",
    "date_modified": """jsonld:dateModified meta:article:modified_time
        meta:article:modified:time meta:article_updatetime microdata:dateModified meta:datemodified
        meta:og:updated_time meta:dcterms.modified meta:dc.date.modified meta:date.modified
        meta:lastmod meta:last-modified page:dateModified""",
    "section": """meta:article:section jsonld:articleSection microdata:articleSection
        meta:og:section meta:cxenseparse:section meta:parsely-section meta:section meta:category
        meta:its_subsection meta:its_section""",
    "keywords": """meta:article:tag jsonld:keywords meta:news_keywords microdata:keywords
        meta:parsely-tags meta:sailthru.tags meta:its_tag meta:citation_keywords meta:dc.subject
        meta:dcterms.subject meta:keywords""",
    "language": """html:lang jsonld:inLanguage microdata:inLanguage meta:og:locale
        meta:content-language""",
    "publisher_name": """jsonld:publisher meta:og:site_name microdata:publisher
        jsonld:sourceOrganization meta:application-name meta:dc.publisher meta:publisher
        title:site""",
    "image": "jsonld:image meta:og:image meta:twitter:image meta:twitter:image:src",
    "canonical_url": "link:canonical meta:og:url jsonld:mainEntityOfPage jsonld:url jsonld:@id",
    "is_free": """jsonld:isAccessibleForFree microdata:isAccessibleForFree
        page:isAccessibleForFree meta:article:content_tier jsonld:hasPart""",
    "comment_count": """jsonld:commentCount microdata:commentCount jsonld:interactionStatistic
        microdata:interactionCount""",
    "copyright_notice": "jsonld:copyrightNotice meta:copyright meta:dc.rights meta:dcterms.rights",
    "article_body": "jsonld:articleBody",
    "origin": """jsonld:isBasedOn jsonld:isBasedOnUrl microdata:isBasedOn meta:original-source
        meta:syndication-source meta:article:original_source""",
}
"""Rules by field.

``jsonld:x`` and ``microdata:x`` are properties of the article, ``page:x`` those of JSON-LD's node
for the page, ``video:x`` those of the one video on a page that calls itself one, ``meta:x`` a meta
element by its name, ``link:x`` a link element by its rel, ``title:site`` what the title
says of the site (see ``site``).
"""

STOCK_KEYWORDS: Final = "meta:keywords"
"""The rule whose tags many sites declare once for all of their pages."""
