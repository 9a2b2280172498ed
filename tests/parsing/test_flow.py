"""Quotations over the page: incises, paragraphs, headlines, turns, tweets."""

from __future__ import annotations

import pytest
from parsing_samples import last, quotations, speaker, wrong

from quotes.parsing import extract


@pytest.mark.parametrize(
    ("text", "incises", "name"),
    [
        ("« Le lac, explique Ada Nohain, gèle en janvier. »", ["explique Ada Nohain,"], "Ada Nohain"),
        (
            "Ada Nohain mesure la glace. « Le lac, explique-t-elle, gèle plus tard chaque année. »",
            ["explique-t-elle,"],
            "Ada Nohain",
        ),
        (
            "Ada Nohain mesure la glace. « Le lac, note-t-elle, gèle plus tard chaque année. »",
            ["note-t-elle,"],
            "Ada Nohain",
        ),
        (
            "« Le lac, insiste la glaciologue Ada Nohain, directrice de la station, gèle en janvier. »",
            ["insiste la glaciologue Ada Nohain, directrice de la station,"],
            "Ada Nohain",
        ),
        ("« Le lac gèle en janvier, a dit Ada Nohain. Puis il dort. »", ["a dit Ada Nohain"], "Ada Nohain"),
        ("« Le lac gèle peu, pointe Ada Nohain. Puis il dort. »", ["pointe Ada Nohain"], "Ada Nohain"),
        (
            "« Le lac gèle peu, relevait en fin de journée la jeune glaciologue Ada Nohain. Il dort. »",
            ["relevait en fin de journée la jeune glaciologue Ada Nohain"],
            "Ada Nohain",
        ),
        ("« Pour nous, le fait d'être seuls colle avec le code », dit Ada Nohain.", [], "Ada Nohain"),
        ("« Le lac, même en janvier, gèle peu », dit Ada Nohain.", [], "Ada Nohain"),
        ("« Il m'a dit, hier encore, que le lac gèlerait », confie Ada Nohain.", [], "Ada Nohain"),
    ],
)
def test_incises_are_kept_apart(text: str, incises: list[str], name: str) -> None:
    found = last(text)
    assert [span.of(text).strip(" ,") for span in found.incises] == [i.strip(" ,") for i in incises]
    assert speaker(text) == name


@pytest.mark.parametrize("mark", ["«", "»"])
def test_a_quotation_over_several_paragraphs_is_one(mark: str) -> None:
    text = (
        "Ada Nohain nous a écrit : « Le lac gèle en janvier.\n"
        f"{mark} Il dégèle en mars.\n{mark} Le reste du temps, il dort. »"
    )
    (found,) = quotations(text)
    assert (found.text[:11], found.text[-8:]) == ("Le lac gèle", "il dort.")
    assert speaker(text) == "Ada Nohain"


@pytest.mark.parametrize(
    "text",
    [
        "Ada Nohain nous a écrit :\n« Le lac gèle en janvier. Il dort le reste du temps. »",
        "Ada Nohain écrit :\n\n- « Le lac gèle en janvier. »\n- « Il dort le reste du temps. »",
        "Ada Nohain s'en va. Ses raisons, je cite :\n– « Le lac gèle. »\n– « Il dort le reste du temps. »",
        "Voici la lettre d'Ada Nohain :\n\n« Le lac gèle en janvier. Il dort le reste du temps. »",
    ],
)
def test_a_colon_leads_to_the_next_paragraph(text: str) -> None:
    assert speaker(text) == "Ada Nohain"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "« Le lac ne gèle plus »\nChaque hiver, Ada Nohain sonde la glace.\n"
            "« Ici, le lac ne gèle plus avant février », constate Ada Nohain.",
            "Ada Nohain",
        ),
        (
            "« Nous voyons que le lac ne gèle plus du tout » : le cri d'alarme d'une station\n"
            "« Nous voyons que le lac ne gèle plus du tout, même chez nous », répète Ada Nohain.",
            "Ada Nohain",
        ),
        (
            "« Ni glace ni neige »\nChaque hiver, Ada Nohain sonde le lac.\n"
            "« Nous n'avons eu ni neige, ni vraie glace », constate Ada Nohain.",
            "Ada Nohain",
        ),
        (
            "« Il faut sauver la gare », selon le patron de la ligne\nLa foule est là. "
            "« Il faut vraiment sauver la gare », a dit Ada Nohain à la radio.",
            "Ada Nohain",
        ),
        (
            "« Ici c’est le début de la fin »\n« Ici, c'est le début de la fin », prévient Ada Nohain.",
            "Ada Nohain",
        ),
        (
            "Le gel n'est « pas une catastrophe »\n"
            "La maire Ada Nohain a estimé que le gel n'était pas « une catastrophe ».",
            "Ada Nohain",
        ),
    ],
)
def test_a_headline_takes_its_speaker_from_the_body(text: str, name: str) -> None:
    first = quotations(text)[0]
    assert first.rule == "told-again"
    assert first.speaker is not None
    assert first.speaker.name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param(
            "« Le lac gèlera samedi, patins de sortie »\n– Station d'Orval (@stationorval) 3 janvier 2021",
            "Station d'Orval",
            marks=wrong("a signature that is neither a person's name nor a role"),
        ),
        (
            "« Le lac gèlera samedi, patins de sortie ! » — Ada Nohain (@adanohain) 3 janvier",
            "Ada Nohain",
        ),
        ("« Le lac gèlera samedi », a tweeté Ada Nohain.", "Ada Nohain"),
        ("Sur Twitter, Ada Nohain a ironisé : « Patins de sortie samedi ! »", "Ada Nohain"),
        (
            "« Le lac gèle », dit Ada Nohain. Un lac blanc #3Janvier #GrandFroid pic.twitter.com/AbCd — "
            "Lac (@lac) « On patine dès lundi. »",
            "Ada Nohain",
        ),
    ],
)
def test_tweets(text: str, name: str) -> None:
    assert speaker(text) == name


@pytest.mark.parametrize(
    ("text", "name", "rule"),
    [
        (
            "« On n'en peut plus »\nLe lac dort. « Tout gèle », dit Ada Nohain.",
            "Ada Nohain",
            "speaks-next",
        ),
        (
            "« Non », dit Ivo Strand.\n« On n'en peut plus »\nLe lac dort. « Tout gèle », dit Ada Nohain.",
            "Ada Nohain",
            "speaks-next",
        ),
        (
            "« Non », dit Ivo Strand. « On n'en peut plus. »\nLe lac dort. « Tout gèle », dit Ada Nohain.",
            "Ivo Strand",
            "same-speaker",
        ),
        ("« On n'en peut plus »\nLe lac est vide, et le village dort.", None, None),
        ("« On n'en peut plus »\nLe lac dort.\nIl gèle.\n« Tout gèle », dit Ada Nohain.", None, None),
        (
            "« Non », dit Ivo Strand.\n« On n'en peut plus. »\nLe lac dort. « Tout gèle », dit Ada Nohain.",
            "Ivo Strand",
            "same-speaker",
        ),
        (
            "Ada Nohain promet de « tenir bon ». La commune devra « organiser » le déneigement.",
            "Ada Nohain",
            "same-speaker",
        ),
    ],
)
def test_words_without_cue_are_of_whom_the_paragraph_hears(
    text: str, name: str | None, rule: str | None
) -> None:
    found = [q for q in quotations(text) if q.text.startswith(("On n'en", "organiser"))]
    assert [(q.speaker and q.speaker.name, q.rule) for q in found] == [(name, rule)]


@pytest.mark.parametrize(
    ("fragment", "name"),
    [
        ("Le contrat « sera signé au bord du lac la semaine prochaine ».", "Ada Nohain"),
        ("Ivo Strand a « volé une luge et deux paires de patins ».", "Ada Nohain"),
        ("Ivo Strand a d'abord « volé une luge et deux paires de patins ».", "Ada Nohain"),
        ("Ivo Strand a « regretté une soirée de patinage gâchée ».", "Ivo Strand"),
        ("Ivo Strand « ne sait pas encore » s'il viendra.", "Ivo Strand"),
        ("On voit sur la glace des luges « venues de nulle part et sans papiers ».", "Ada Nohain"),
        ("Les luges ne doivent servir qu'« en cas d'absolue nécessité ».", "Ada Nohain"),
    ],
)
def test_a_fragment_about_the_subject_is_of_whom_the_paragraph_hears(fragment: str, name: str) -> None:
    assert speaker(f"« Oui », dit Ada Nohain. {fragment}") == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Ada Nohain dirige la station depuis mai.\nQue va-t-elle changer ?\n« Tout, sauf les patins. »",
            "Ada Nohain",
        ),
        (
            "Ada Nohain dirige la station, qu'Ivo Strand a bâtie.\nQui décide ?\n« Les patineurs. »",
            None,
        ),
        ("Que va-t-elle changer ?\n« Tout, sauf les patins. »\nAda Nohain dirige la station.", None),
    ],
)
def test_before_anybody_has_spoken_the_only_person_of_the_article_answers(
    text: str, name: str | None
) -> None:
    assert speaker(text) == name


@pytest.mark.parametrize("opening", ["Le lendemain", "Brest"])
def test_a_heading_in_a_paragraph_is_not_of_the_sentence_before(opening: str) -> None:
    text = f"Ada Nohain a confirmé la date. « Lac désert » {opening} dort. « Ce désert ! Ce lac ! », dit Ivo."
    assert [q.speaker and q.speaker.name for q in quotations(text)] == ["Ivo", "Ivo"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "« Le lac gèle », dit Ada Nohain. « Non », répond Ivo Strand. « Il dort », tranche-t-elle.",
            ["Ada Nohain", "Ivo Strand", "Ada Nohain"],
        ),
        (
            "Ada Nohain dénonce une « course folle », un « gâchis immense » et « des élus sourds ».",
            ["Ada Nohain", "Ada Nohain", "Ada Nohain"],
        ),
        (
            "« Le lac gèle », dit Ada Nohain, avant d'ajouter : « Mais plus tard. »",
            ["Ada Nohain", "Ada Nohain"],
        ),
        (
            "« Le lac gèle », dit Ada Nohain.\n« Mais trop tard », regrette Ivo Strand.\n« Tout s'emballe. »",
            ["Ada Nohain", "Ivo Strand", "Ivo Strand"],
        ),
    ],
)
def test_turns(text: str, names: list[str]) -> None:
    assert [q.speaker and q.speaker.name for q in quotations(text)] == names


def test_marks_inside_marks_are_said_to_be_nested() -> None:
    found = extract("« Il m'a répété : “ Le lac ne gèlera plus jamais. ” », raconte Ada Nohain.")
    assert [q.nested for q in found] == [False, True]


#: an article that sets each sentence as a paragraph of its own
ONE_A_PARAGRAPH = (
    "Le lac gèle.\nLa glace est épaisse de dix centimètres.\nDes patineurs arrivent de toute la vallée.\n"
    "La route du col reste fermée.\nLe marché aura lieu samedi.\n"
)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("La maire Ada Nohain se réjouit.\n« Personne n'est tombé. »", "Ada Nohain"),
        ("La maire Ada Nohain annonce des rondes.\nLe quai sera « sous surveillance ».", "Ada Nohain"),
        (
            "« Rien ne va », dit Ada Nohain.\n« Le lac » fond.\nPaul Joly, pêcheur, craint « le pire ».",
            "Paul Joly",
        ),
        ("Et qu'en dit le garde, Paul Joly ?\n« Personne n'est tombé », répond Ada Nohain.", "Ada Nohain"),
    ],
)
def test_where_each_sentence_is_a_paragraph_neighbours_are_near(text: str, name: str) -> None:
    assert speaker(ONE_A_PARAGRAPH + text) == name


@pytest.mark.parametrize(
    "text",
    [
        "La maire Ada Nohain se réjouit.\n« Personne n'est tombé. »",
        "La maire Ada Nohain annonce des rondes.\nLe quai sera « sous surveillance ».",
    ],
)
def test_elsewhere_they_are_not(text: str) -> None:
    assert last(text).rule not in ("cue-in-sentence-before", "subject-before", "report-before")
