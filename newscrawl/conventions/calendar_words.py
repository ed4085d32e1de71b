"""Names of months, weekdays and time zones as newspapers print them: data for ``dates``."""

from typing import Final

# The twelve months of each language, the forms of one month joined by "|", in lower case and
# without the full stop of an abbreviation. Forms that name different months in two languages
# (Croatian "listopad") are left out.
_MONTHS_OF: Final = {
    "English": """
        january|jan february|feb march|mar april|apr may june|jun july|jul august|aug
        september|sept|sep october|oct november|nov december|dec
    """,
    "German": """
        januar|jänner|jän februar|feber märz|mär april mai juni juli august september
        oktober|okt november dezember|dez
    """,
    "French": """
        janvier|janv février|févr|fevrier|fév mars avril|avr mai juin juillet|juil août|aout
        septembre octobre novembre décembre|déc|decembre
    """,
    "Spanish": """
        enero|ene febrero marzo abril|abr mayo junio julio agosto|ago septiembre|setiembre|set
        octubre noviembre diciembre|dic
    """,
    "Italian": """
        gennaio|gen febbraio|febbr marzo aprile maggio|mag giugno|giu luglio|lug agosto
        settembre|sett ottobre|ott novembre dicembre
    """,
    "Portuguese": """
        janeiro fevereiro|fev março abril maio|mai junho julho agosto setembro outubro|out
        novembro dezembro
    """,
    "Dutch": """
        januari februari maart|mrt april mei juni juli augustus september oktober november
        december
    """,
    "Polish": """
        stycznia|styczeń|sty lutego|luty|lut marca|marzec kwietnia|kwiecień|kwi maja|maj
        czerwca|czerwiec|cze lipca|lipiec|lip sierpnia|sierpień|sie września|wrzesień|wrz
        października|październik|paź listopada|listopad|lis grudnia|grudzień|gru
    """,
    "Czech": """
        ledna|leden února|únor března|březen dubna|duben května|květen června|červen
        července|červenec srpna|srpen září října|říjen listopadu prosince|prosinec
    """,
    "Turkish": """
        ocak|oca şubat|şub mart nisan|nis mayıs haziran|haz temmuz|tem ağustos|ağu eylül|eyl
        ekim|eki kasım|kas aralık|ara
    """,
    "Norwegian, Danish, Swedish": """
        januar|januari februar|februari mars|marts april mai|maj juni juli august|augusti
        september oktober november desember|december|des
    """,
    "Finnish": """
        tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta
        syyskuuta lokakuuta marraskuuta joulukuuta
    """,
    "Icelandic": """
        janúar febrúar mars apríl maí júní júlí ágúst september október nóvember desember
    """,
    "Russian": """
        января|янв февраля|фев марта|мар апреля|апр мая|май июня|июн июля|июл августа|авг
        сентября|сен|сент октября|окт ноября|ноя декабря|дек
    """,
    "Ukrainian": """
        січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
    """,
    "Indonesian, Malay": """
        januari februari|februari maret|mac april mei juni|jun juli|julai agustus|ogos september
        oktober november desember|disember
    """,
    "Romanian": """
        ianuarie|ian februarie|feb martie aprilie mai iunie|iun iulie|iul august septembrie|sept
        octombrie noiembrie decembrie
    """,
    "Hungarian": """
        január február március április május június július augusztus szeptember október november
        december
    """,
    "Greek": """
        ιανουαρίου|ιαν φεβρουαρίου|φεβ μαρτίου|μαρ απριλίου|απρ μαΐου|μαι ιουνίου|ιουν ιουλίου|ιουλ
        αυγούστου|αυγ σεπτεμβρίου|σεπ οκτωβρίου|οκτ νοεμβρίου|νοε δεκεμβρίου|δεκ
    """,
    "Bulgarian": """
        януари февруари март април май юни юли август септември октомври ноември декември
    """,
    "Arabic": """
        يناير فبراير مارس أبريل|إبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
    """,
    "Hindi": """
        जनवरी|जन फरवरी|फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर|सितम्बर अक्टूबर|अक्तूबर
        नवंबर|नवम्बर दिसंबर|दिसम्बर
    """,
}
_THAI: Final = """
    มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน
    ธันวาคม
"""
THAI_MONTHS: Final = frozenset(_THAI.split())
"""Months beside which a year may be of the Buddhist era."""

# Vietnamese papers print numbers; these are words of numbers too, and months only behind "tháng".
_VIETNAMESE: Final = (
    *("một|giêng", "hai", "ba", "tư|bốn", "năm", "sáu", "bảy|bẩy", "tám", "chín", "mười"),
    *("mười một", "mười hai|chạp"),
)
VIETNAMESE_MONTHS: Final = {
    form: number for number, forms in enumerate(_VIETNAMESE, start=1) for form in forms.split("|")
}
"""What stands behind "tháng", in lower case -> 1 to 12."""

MONTHS: Final = {
    form: number
    for months in (*_MONTHS_OF.values(), _THAI)
    for number, forms in enumerate(months.split(), start=1)
    for form in forms.split("|")
}
"""Month name in lower case -> 1 to 12."""

_WEEKDAYS: Final = """
    monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday sat
    sunday sun montag mo dienstag di mittwoch mi donnerstag do freitag fr samstag sonnabend sa
    sonntag  so lundi lun mardi mar mercredi mer jeudi jeu vendredi ven samedi sam dimanche dim
    lunes martes mié miércoles mie jueves jue viernes vie sábado sáb domingo dom lunedì martedì
    mercoledì giovedì venerdì sabato domenica segunda-feira terça-feira quarta-feira
    quinta-feira sexta-feira maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
    poniedziałek wtorek środa czwartek piątek sobota niedziela pondělí úterý středa čtvrtek
    pátek neděle pazartesi salı çarşamba perşembe cuma cumartesi pazar mandag tirsdag onsdag
    torsdag fredag lørdag søndag måndag tisdag lördag söndag понедельник вторник среда четверг
    пятница суббота воскресенье senin selasa rabu kamis jumat sabtu minggu
"""
WEEKDAYS: Final = frozenset(_WEEKDAYS.split())
"""Weekdays in lower case, without a full stop; the Vietnamese ones have a shape of their own."""

ZONES: Final = {
    "z": "+00:00",
    "ut": "+00:00",
    "utc": "+00:00",
    "gmt": "+00:00",
    "wet": "+00:00",
    "west": "+01:00",
    "cet": "+01:00",
    "cest": "+02:00",
    "mez": "+01:00",
    "mesz": "+02:00",
    "eet": "+02:00",
    "eest": "+03:00",
    "sast": "+02:00",
    "eat": "+03:00",
    "msk": "+03:00",
    "мск": "+03:00",
    "ict": "+07:00",
    "wib": "+07:00",
    "hkt": "+08:00",
    "myt": "+08:00",
    "sgt": "+08:00",
    "jst": "+09:00",
    "kst": "+09:00",
    "aest": "+10:00",
    "aedt": "+11:00",
    "nzst": "+12:00",
    "nzdt": "+13:00",
    "est": "-05:00",
    "edt": "-04:00",
    "cdt": "-05:00",
    "mst": "-07:00",
    "mdt": "-06:00",
    "pst": "-08:00",
    "pdt": "-07:00",
    "et": "America/New_York",
    "pt": "America/Los_Angeles",
}
"""Abbreviation in lower case -> offset, or the IANA zone where summer time decides."""

AMBIGUOUS_ZONES: Final = frozenset({"ast", "bst", "cst", "ist", "sst"})
"""Abbreviations that name zones of several countries: a time beside them is no instant."""
