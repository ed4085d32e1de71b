"""What the name of a section says of the kind of its articles."""

from typing import Final, Literal

from newscrawl.conventions.name_words import phrases
from newscrawl.typography import fold

SectionKind = Literal[
    "opinion", "advertorial", "emagazine", "interview", "live", "notice", "photo", "video"
]

_NAMES: Final[dict[SectionKind, frozenset[str]]] = {
    "opinion": phrases("""
        Góc nhìn|Ý kiến|Quan điểm|Diễn đàn|Bình luận|Bình luận - phê phán|Xã luận|Chính luận
        Góc nhìn thẳng|Sự kiện bình luận|Sự kiện - Bình luận|Sự kiện và bình luận
        Opinion|Opinions|Op-Ed|Op-Eds|Editorial|Editorials|Commentary|Columnists|Columns|Viewpoint
        Leader|Leaders|Letters to the editor|Meinung|Meinungen|Kommentar|Kommentare|Leitartikel
        Kolumne|Kolumnen|Gastbeitrag|Tribune|Tribunes|Éditorial|Éditoriaux|Chroniques|Opinión
        Opiniones|Editoriales|Columnas|Tribunas|Opinioni|Editoriali|Commenti|Opinião|Editoriais
        Colunas|Opinie|Opinia|Komentarze|Komentáře|Názory|Debatt|Meninger|Leder|Ledare|Kronikk
        Kronik|Mielipide|Мнения|Мнение|Γνώμες|Görüş|社説|社论|社評|评论|評論|오피니언|사설
    """),
    "advertorial": phrases("""
        Thông tin doanh nghiệp|Doanh nghiệp tự giới thiệu|Doanh nghiệp giới thiệu|Thông tin tài trợ
        Nội dung tài trợ|Nội dung hợp tác|Bài viết quảng cáo|Thông tin quảng cáo|Tin tài trợ|Tài trợ
        Quảng cáo|PR|Bài PR|Advertorial|Advertorials|Sponsored|Sponsored content|Sponsored post
        Paid content|Paid post|Paid partnership|Partner content|Partnered content|Brand content
        Branded content|BrandVoice|Promoted|Promoted content|Advertisement|Advertisement feature
        Advertiser content|Anzeige|Sonderveröffentlichung|Contenu sponsorisé|Contenu partenaire
        Publirédactionnel|Publireportage|Publirreportaje|Contenido patrocinado
        Contenuto sponsorizzato|Conteúdo patrocinado|Annonsørinnhold|Artykuł sponsorowany
    """),
    "emagazine": phrases("""
        E-magazine|Emagazine|eMagazine|E magazine|Magazine e|Longform|Long form|Mega Story|Megastory
        Long story
    """),
    "interview": phrases("""
        Phỏng vấn|Trò chuyện|Đối thoại|Interview|Interviews|Q&A|Entretien|Entretiens
        Entrevista|Entrevistas|Intervista|Interviste|Wywiad|Wywiady|Rozhovor|Rozhovory|Intervju
        Gespräch|Im Gespräch|Интервью
    """),
    "live": phrases("""
        Trực tiếp|Tường thuật|Tường thuật trực tiếp|Live|Live updates|Live blog|Liveblog|Liveticker
        Newsblog|Newsticker|En direct|Le direct|En vivo|En directo|Ao vivo|In diretta|Diretta
        Direkte|Na żywo|Živě|Онлайн
    """),
    "notice": phrases("""
        Thông báo|Thông báo - Mời thầu|Mời thầu|Đấu thầu|Thông tin đấu thầu|Đấu giá tài sản|Cáo phó
        Thông báo đấu giá|Tin buồn|Rao vặt|Tuyển dụng|Đính chính|Cải chính|Lịch cắt điện|Nhắn tin
        Notices|Public notices|Legal notices|Obituaries|Death notices|Classifieds|Corrections
    """),
    "photo": phrases("""
        Ảnh|Photo|Photos|Chùm ảnh|Phóng sự ảnh|Hình ảnh|Ảnh 24h|Thư viện ảnh|Pictures|In pictures
        Photo gallery|Photo galleries|Gallery|Galleries|Photo essay|Picture gallery|Bildergalerie
        Fotostrecke|Bilder|Diaporama|Portfolio|En images|Galería|Fotogalería|Galerías|Fotos
        Fotogallery|Fotogalerie|Galeria zdjęć|写真|图片|사진|포토
    """),
    "video": phrases("""
        Video|Videos|Video clip|Clip|Clips|Truyền hình|TV Show|Watch|Vidéo|Vidéos|Vídeo|Vídeos|Wideo
        Видео|動画|视频|영상
    """),
}
_KINDS: Final = {name: kind for kind, names in _NAMES.items() for name in names}


def kind_of_section(name: str) -> SectionKind | None:
    """Return the kind of article that a section called *name* holds, None where it holds news."""
    return _KINDS.get(fold(name))
