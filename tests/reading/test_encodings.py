"""A text is the same whatever bytes it came in, and repairing it changes nothing that was right."""

from __future__ import annotations

import codecs

import pytest

from quotes.reading.mojibake import repair

#: marks, ligatures, no-break and thin spaces, an apostrophe, dashes, a euro
TEXT = "« Le cœur n’y est plus », a soupiré Noëlle Févre – 12 € le kilo…\n\nÀ l'été, l’“essai” reprendra."
#: ISO-8859-15 has no curly quotes and no dashes
PLAIN = "« Le cœur n'y est plus », a soupiré Noëlle Févre : 12 € le kilo.\n\nÀ l'été, l'essai reprendra."


@pytest.mark.parametrize(
    ("text", "encoding", "is_other"),
    [
        (TEXT, "utf-8", False),
        (TEXT, "utf-8-sig", False),
        (TEXT, "cp1252", True),
        (PLAIN, "iso8859-15", True),
        (TEXT, "utf-16", True),
        (TEXT, "utf-16-le", True),
        (TEXT, "utf-16-be", True),
        ("Rien que de l'ASCII, dit-il.", "ascii", False),
        # é, no-break space and » make one character of UTF-8 together
        ("« C’est décidé\u00a0», dit-elle enfin à l’assemblée.", "cp1252", True),
    ],
)
def test_the_bytes_tell_the_encoding(read_file, text, encoding, is_other):
    outcome = read_file("a.txt", text.encode(encoding))
    assert outcome.article.text == text
    assert outcome.log.decoded == is_other
    assert outcome.log.repaired == 0


def test_utf16_with_a_mark_of_either_end(read_file):
    big = codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be")
    assert read_file("a.txt", big).article.text == TEXT


@pytest.mark.parametrize("name", ["a.jsonl", "a.json", "a.csv"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
def test_collections_come_in_every_encoding_too(read_file, name, encoding):
    content = {
        "a.jsonl": '{"texte": "« Déjà ! », dit-on à l’école."}\n{"texte": "L’été."}\n',
        "a.json": '[{"texte": "« Déjà ! », dit-on à l’école."}, {"texte": "L’été."}]',
        "a.csv": "titre;texte\nUn;« Déjà ! », dit-on à l’école.\nDeux;L’été.\n",
    }[name]
    outcome = read_file(name, content.encode(encoding))
    assert outcome.texts == ["« Déjà ! », dit-on à l’école.", "L’été."]
    assert outcome.log.decoded == (0 if encoding == "utf-8-sig" else 2)


def test_each_line_may_be_in_an_encoding_of_its_own(read_file):
    lines = ['{"text": "L’été à Blois."}'.encode(), '{"text": "L’hiver à Séoul."}'.encode("cp1252")]
    outcome = read_file("a.jsonl", b"\n".join(lines))
    assert outcome.texts == ["L’été à Blois.", "L’hiver à Séoul."]
    assert outcome.log.mended() == "1 article decoded from another encoding than UTF-8"


def test_one_foreign_line_does_not_garble_a_text(read_file):
    data = "L’été à Blois.\nDéjà l’école.\n".encode() + "Où ça ?".encode("cp1252")
    assert read_file("a.txt", data).article.text == "L’été à Blois.\nDéjà l’école.\nOù ça ?"


def garbled(text: str, encoding: str, times: int) -> str:
    """`text` as it looks when its UTF-8 is read in another encoding, so many times."""
    for _ in range(times):
        text = text.encode().decode(encoding)
    return text


@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.parametrize("encoding", ["sloppy-windows-1252", "latin-1"])
def test_garbled_text_is_repaired(read_file, encoding, times):
    import ftfy.bad_codecs

    ftfy.bad_codecs.ok()
    outcome = read_file("a.txt", garbled(TEXT, encoding, times))
    assert outcome.article.text == TEXT
    assert outcome.log.repaired == 1


@pytest.mark.parametrize(
    ("garbled", "right"),
    [
        ("Â« DÃ©jÃ\u00a0 Â», dit-il", "« Déjà », dit-il"),
        ("Câ€™est lâ€™Ã©tÃ©", "C’est l’été"),
        ("Ã  lâ€™heure", "à l’heure"),
        ("Ã‰lysÃ©e", "Élysée"),
        ("lâ€™Ã©tÃ©, dÃ©jÃ\u00a0 : l’hiver", "l’été, déjà : l’hiver"),
    ],
)
def test_what_garbled_text_becomes(garbled, right):
    assert repair(garbled) == right


@pytest.mark.parametrize(
    "text",
    [
        "« Âge tendre », “tête de bois”, ‘oui’, c’est l'été",
        "L’Âge d’or… Å, Ã, Ä et â sont des lettres ; ﬁn, œuvre, Ｌ",
        "SÃO PAULO\nLE PÂTÉ A RÂLÉ «\u00a0HÂTÉ\u202f»",
        "5 &lt; 6 &amp; 7\ttabulation\u2028ligne",
        "e\u0301te\u0301",
    ],
)
def test_what_is_right_is_left_alone(text):
    assert repair(text) == text


def test_titles_and_names_are_repaired_too(read_file):
    record = '{"title": "L’Ã©tÃ©", "outlet": "Le Progrès dâ€™Anjou", "topics": ["Ã©cole"], "text": "Rien."}'
    outcome = read_file("a.jsonl", record)
    article = outcome.article
    assert (article.title, article.outlet, article.topics) == ("L’été", "Le Progrès d’Anjou", ("école",))
    assert outcome.log.mended() == "1 article repaired (garbled characters such as Ã© for é)"


def test_a_zero_is_no_character(read_file):
    assert read_file("a.jsonl", r'{"text": "Un\u0000 deux"}').article.text == "Un deux"


def test_half_a_character_does_not_end_the_reading(read_file):
    assert read_file("a.jsonl", r'{"text": "Un \ud83d seul"}').article.text == "Un � seul"
