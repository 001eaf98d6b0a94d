"""The two Vietnamese font encodings from before Unicode, as tables from their Latin letters to ours.

Sources: TCVN 5712:1993, code page VN3 (the fonts named .Vn…); the VNI Windows code page.
"""

_TCVN3_FROM = "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\xadõøö÷ùúýûüþ¡¢£¤¥¦§"
_TCVN3_TO = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂÊÔƠƯĐ"

#: One Latin letter stands for one Vietnamese letter.
TCVN3: dict[str, str] = dict(zip(_TCVN3_FROM, _TCVN3_TO, strict=True))

#: A vowel followed by its mark; the rows are vowel, marks as VNI writes them, letters as we write them.
_VNI_PAIRS = (
    ("a", "ùøûõïêéèúüëâáàåãä", "áàảãạăắằẳẵặâấầẩẫậ"),
    ("e", "ùøûõïâáàåãä", "éèẻẽẹêếềểễệ"),
    ("o", "ùøûõïâáàåãä", "óòỏõọôốồổỗộ"),
    ("ô", "ùøûõï", "ớờởỡợ"),
    ("u", "ùøûõï", "úùủũụ"),
    ("ö", "ùøûõï", "ứừửữự"),
    ("y", "ùøûõ", "ýỳỷỹ"),
)
_VNI_SINGLE = {"æ": "ỉ", "ó": "ĩ", "ò": "ị", "ô": "ơ", "ö": "ư", "î": "ỵ", "ñ": "đ", "í": "í", "ì": "ì"}


def _pairs() -> dict[str, str]:
    return {
        vowel + mark: letter
        for vowel, marks, letters in _VNI_PAIRS
        for mark, letter in zip(marks, letters, strict=True)
    }


def _both_cases(table: dict[str, str]) -> dict[str, str]:
    upper = {written.upper(): letter.upper() for written, letter in table.items()}
    capital = {written[0].upper() + written[1:]: letter.upper() for written, letter in table.items()}
    return table | upper | capital


#: Pairs first: a lone mark letter means something else than the same letter after a vowel.
VNI_PAIRS: dict[str, str] = _both_cases(_pairs())
VNI_SINGLE: dict[str, str] = _both_cases(_VNI_SINGLE)
