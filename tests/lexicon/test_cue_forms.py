"""The conjugator, against forms checked by hand, and the files it ships."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

from quotes.lexicon import rows

ROOT = Path(__file__).resolve().parents[2]
_spec = importlib.util.spec_from_file_location("build_cue_forms", ROOT / "scripts" / "build_cue_forms.py")
assert _spec is not None
assert _spec.loader is not None
build = sys.modules["build_cue_forms"] = importlib.util.module_from_spec(_spec)  # dataclasses look it up
_spec.loader.exec_module(build)

SHIPPED = {tuple(row) for row in rows("cue_forms.tsv")}


def test_shipped_files_are_what_the_script_builds():
    for name, text in build.files().items():
        shipped = (ROOT / "quotes" / "lexicon" / name).read_text(encoding="utf-8")
        assert shipped == text, f"{name} is stale: run python scripts/build_cue_forms.py"


@pytest.mark.parametrize(
    ("form", "lemma", "tense", "person"),
    [
        ("déclara", "déclarer", "past", "3s"),
        ("ajoutait", "ajouter", "impf", "3s"),
        ("rappelle", "rappeler", "pres", "3s"),
        ("rappelait", "rappeler", "impf", "3s"),
        ("rappellera", "rappeler", "fut", "3s"),
        ("inquiète", "s'inquiéter", "pres", "3s"),
        ("inquiétait", "s'inquiéter", "impf", "3s"),
        ("inquiétera", "s'inquiéter", "fut", "3s"),
        ("inquiètera", "s'inquiéter", "fut", "3s"),
        ("inquiétée", "s'inquiéter", "pp", "fs"),
        ("renchérit", "renchérir", "pres", "3s"),
        ("renchérit", "renchérir", "past", "3s"),
        ("renchérissent", "renchérir", "pres", "3p"),
        ("renchéri", "renchérir", "pp", "ms"),
        ("prévient", "prévenir", "pres", "3s"),
        ("prévinrent", "prévenir", "past", "3p"),
        ("préviendrait", "prévenir", "cond", "3s"),
        ("conclut", "conclure", "pres", "3s"),
        ("conclut", "conclure", "past", "3s"),
        ("conclue", "conclure", "pp", "fs"),
        ("écrivit", "écrire", "past", "3s"),
        ("écrivaient", "écrire", "impf", "3p"),
        ("dit", "dire", "pres", "3s"),
        ("disent", "dire", "pres", "3p"),
        ("dites", "dire", "pres", "2p"),
        ("prédisez", "prédire", "pres", "2p"),
        ("disant", "dire", "ger", "-"),
        ("reconnaît", "reconnaître", "pres", "3s"),
        ("reconnait", "reconnaître", "pres", "3s"),
        ("reconnut", "reconnaître", "past", "3s"),
        ("reconnu", "reconnaître", "pp", "ms"),
        ("jette", "jeter", "pres", "3s"),
        ("martèle", "marteler", "pres", "3s"),
        ("martelait", "marteler", "impf", "3s"),
        ("lançait", "lancer", "impf", "3s"),
        ("lancions", "lancer", "impf", "1p"),
        ("lança", "lancer", "past", "3s"),
        ("jugeait", "juger", "impf", "3s"),
        ("jugèrent", "juger", "past", "3p"),
        ("suggère", "suggérer", "pres", "3s"),
        ("tweete", "tweeter", "pres", "3s"),
        ("regrette", "regretter", "pres", "3s"),
        ("concède", "concéder", "pres", "3s"),
        ("célèbrent", "célébrer", "pres", "3p"),
        ("allègue", "alléguer", "pres", "3s"),
        ("balaie", "balayer", "pres", "3s"),
        ("balaye", "balayer", "pres", "3s"),
        ("nuança", "nuancer", "past", "3s"),
        ("fait", "faire valoir", "pres", "3s"),
        ("font", "faire valoir", "pres", "3p"),
        ("fasse", "faire savoir", "subj", "3s"),
        ("met", "mettre en garde", "pres", "3s"),
        ("mis", "mettre en garde", "pp", "mp"),
        ("mise", "mettre en garde", "pp", "fs"),
        ("remet", "en remettre une couche", "pres", "3s"),
        ("prend", "s'en prendre", "pres", "3s"),
        ("exclut", "ne pas exclure", "pres", "3s"),
        ("soutient", "soutenir", "pres", "3s"),
        ("maintiendra", "maintenir", "fut", "3s"),
        ("souvient", "se souvenir", "pres", "3s"),
        ("répond", "répondre", "pres", "3s"),
        ("répondu", "répondre", "pp", "ms"),
        ("interrompit", "s'interrompre", "past", "3s"),
        ("interrompt", "s'interrompre", "pres", "3s"),
        ("défendent", "défendre", "pres", "3p"),
        ("craint", "craindre", "pres", "3s"),
        ("craignent", "craindre", "pres", "3p"),
        ("plaignait", "se plaindre", "impf", "3s"),
        ("poursuivit", "poursuivre", "past", "3s"),
        ("poursuivi", "poursuivre", "pp", "ms"),
        ("promet", "promettre", "pres", "3s"),
        ("promis", "promettre", "pp", "ms"),
        ("admit", "admettre", "past", "3s"),
        ("lut", "lire", "past", "3s"),
        ("sourit", "sourire", "pres", "3s"),
        ("souriant", "sourire", "ger", "-"),
        ("croient", "croire", "pres", "3p"),
        ("voudrait", "vouloir", "cond", "3s"),
        ("veuille", "vouloir", "subj", "3s"),
        ("sachant", "savoir", "ger", "-"),
        ("reprit", "reprendre", "past", "3s"),
        ("dément", "démentir", "pres", "3s"),
        ("avertissent", "avertir", "pres", "3p"),
        ("convaincu", "convaincre", "pp", "ms"),
        ("requiert", "requérir", "pres", "3s"),
        ("émeut", "s'émouvoir", "pres", "3s"),
        ("ému", "s'émouvoir", "pp", "ms"),
        ("dépeignent", "dépeindre", "pres", "3p"),
        ("traduisit", "traduire", "past", "3s"),
        ("perçoivent", "percevoir", "pres", "3p"),
        ("ouvrit", "ouvrir", "past", "3s"),
        ("enverra", "envoyer", "fut", "3s"),
        ("haït", "haïr", "past", "3s"),
        ("égosille", "s'égosiller", "pres", "3s"),
    ],
)
def test_forms_checked_by_hand(form, lemma, tense, person):
    assert (form, tense, person) in build.conjugate(build.head_verb(lemma))


@pytest.mark.parametrize(
    "wrong",
    [
        "appelent",
        "rappele",
        "jetent",
        "lancait",
        "jugons",
        "regrète",
        "croivent",
        "metta",
        "repondèrent",
    ],
)
def test_no_such_form(wrong):
    assert wrong not in {form for form, *_ in SHIPPED}


@pytest.mark.parametrize(
    ("form", "lemma", "tense", "person"),
    [
        ("a", "avoir", "pres", "3s"),
        ("ont", "avoir", "pres", "3p"),
        ("avait", "avoir", "impf", "3s"),
        ("eut", "avoir", "past", "3s"),
        ("aurait", "avoir", "cond", "3s"),
        ("ait", "avoir", "subj", "3s"),
        ("ayant", "avoir", "ger", "-"),
        ("est", "être", "pres", "3s"),
        ("était", "être", "impf", "3s"),
        ("furent", "être", "past", "3p"),
        ("sera", "être", "fut", "3s"),
        ("soient", "être", "subj", "3p"),
        ("étant", "être", "ger", "-"),
        ("été", "être", "pp", "ms"),
    ],
)
def test_auxiliaries(form, lemma, tense, person):
    assert (form, lemma, tense, person) in rows("auxiliaries.tsv")


def test_every_verb_has_its_forms():
    assert {head for _, head, *_ in SHIPPED} == {build.head_verb(row[0]) for row in rows("cue_verbs.tsv")}


def test_a_lemma_that_is_no_infinitive_is_refused():
    with pytest.raises(ValueError, match="not an infinitive"):
        build.conjugate("garde")
