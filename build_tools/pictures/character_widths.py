"""How wide each character is: the advance widths of Atkinson Hyperlegible Next, in thousandths of the size of the text.

The table was read once from the regular (400) and bold (700) fonts that the theme carries. Accented letters that are as wide as
their plain letter are left out. A character that the font lacks is set by a font that we do not know, so it is taken to be wide.
"""

import unicodedata
from collections.abc import Mapping
from functools import cache

_REGULAR: Mapping[int, str] = {
    140: "\u2009", 160: "'", 210: ",.:;", 236: "‘’‚", 237: "|¦", 240: "·", 243: "`´", 245: "jȷ", 252: "iı", 256: "¹", 262: "l",
    265: "¸", 266: "ï", 280: " \u00a0", 286: "!¡", 296: "ł", 298: "˚", 299: "()", 301: "\"", 314: "f", 317: "[ľ", 324: "ƒ", 326: "t",
    344: "]{}", 349: "r", 352: "°", 353: "‹›", 356: "¯ˉ", 362: "-", 368: "¨", 371: "ª", 372: "_", 380: "º", 382: "²", 383: "³",
    387: "/\\", 388: "˝", 392: "I", 399: "“”„", 403: "ˆˇ", 407: "1", 409: "˜", 438: "•", 449: "y", 450: "¿ℓ", 460: "z", 461: "v",
    471: "s", 480: "?", 481: "x", 485: "*c¢", 492: "k", 497: "ĳ", 504: "–", 509: "¶", 510: "7", 512: "J", 525: "a", 528: "§", 532: "×",
    538: "e", 540: "u", 541: "L†", 548: "2oø", 550: "hnħ", 552: "F^", 553: "<>", 554: "₹", 555: "~", 558: "Tg", 562: "«»", 564: "dđ",
    565: "ð", 566: "bpþ", 569: "E", 571: "Ł", 574: "q", 575: "Y¥", 576: "3", 579: "±", 580: "¤", 582: "ß", 586: "⁄", 588: "5",
    592: "$PSÞ", 593: "V", 595: "9", 598: "6∕", 602: "¬", 606: "+÷−", 607: "Z", 610: "£", 613: "B", 614: "4R", 615: "8", 623: "X",
    626: "A", 628: "=", 631: "K", 634: "ď", 645: "C", 648: "0", 651: "#", 656: "ẞ", 664: "€", 669: "D", 670: "…", 684: "w", 689: "ÐĐ",
    690: "U", 693: "N", 694: "GHĦ", 714: "OØ", 724: "Q", 731: "&", 778: "@", 798: "©®", 816: "¼", 820: "½", 824: "M—", 845: "m",
    856: "W", 866: "æ", 867: "¾", 874: "™", 891: "Æ", 904: "Ĳ", 919: "%", 924: "œ", 1006: "Œ",
}
_BOLD: Mapping[int, str] = {
    156: "\u2009", 210: "'", 254: "|¦", 259: "jȷ", 269: "‘’‚", 271: ",", 272: ".:;", 284: "¹", 288: "`´", 294: "·", 297: "¸", 300: "iı",
    303: "!¡", 312: " \u00a0", 314: "ï", 318: "l", 335: "()", 340: "[", 343: "˚", 344: "]", 348: "ł", 365: "fľ", 373: "-", 375: "ƒ",
    376: "rt", 381: "{}", 383: "¯ˉ", 390: "\"ª", 394: "°‹›", 400: "_", 402: "²", 403: "º", 407: "³", 424: "I", 432: "¨", 438: "•",
    440: "/1\\", 450: "˜", 468: "ˆˇ", 479: "“”„", 481: "˝", 485: "*", 494: "ℓ", 501: "–", 505: "z", 508: "s", 510: "c¢", 521: "y¶",
    526: "¿", 530: "v", 536: "×", 537: "7~", 539: "x", 547: "?", 552: "La", 555: "k§", 559: "ĳ", 561: "J", 563: "e", 566: "F", 567: "u",
    569: "<>", 571: "9hnħ", 576: "oø", 579: "2", 582: "^Ł†", 588: "ð", 593: "g¤", 595: "+÷−", 596: "bdpþđ", 597: "E", 599: "q",
    600: "3", 607: "5T", 610: "$S", 611: "±", 612: "=", 615: "¬", 617: "⁄", 618: "Z", 621: "ß", 622: "₹", 624: "48", 626: "6",
    629: "PÞ", 634: "£", 641: "∕", 643: "B", 644: "V", 649: "«»", 650: "RY¥", 658: "C", 659: "0", 663: "K", 678: "A€", 682: "ẞ",
    685: "X", 686: "U", 688: "D", 694: "ď", 701: "HĦ", 708: "ÐĐ", 717: "N", 718: "G", 725: "&", 740: "w", 746: "OØ", 756: "Q", 765: "#",
    780: "…", 781: "@", 798: "©®", 832: "—", 846: "¼", 852: "½", 858: "M", 878: "æ", 882: "m", 886: "W", 921: "¾", 936: "œ", 942: "™",
    966: "Æ", 969: "%", 985: "Ĳ", 1024: "Œ",
}


def _by_character(groups: Mapping[int, str]) -> Mapping[str, int]:
    return {character: width for width, characters in groups.items() for character in characters}


_WIDTHS = {False: _by_character(_REGULAR), True: _by_character(_BOLD)}

_WIDE = 1300
"""An ideograph or a pictograph, in the widest font likely to stand in."""
_UNKNOWN = 1000
"""Any other character that the font lacks."""


@cache
def character_width(character: str, *, bold: bool) -> int:
    """The advance width of one character, in thousandths of the size of the text."""
    widths = _WIDTHS[bold]
    if character in widths:
        return widths[character]
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    plain = unicodedata.normalize("NFD", character)[0]
    if plain != character and plain in widths:
        return widths[plain]
    return _WIDE if unicodedata.east_asian_width(character) in "WF" else _UNKNOWN
