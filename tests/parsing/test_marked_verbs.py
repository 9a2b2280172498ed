"""A verb between the marks whose subject stands before them."""

from __future__ import annotations

import pytest
from parsing_samples import speaker

VET = "La vétérinaire Élodie Marchais évoque « des bêtes à bout ». "


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (VET + "Le parquet, lui, « ne souhaite pas répondre ».", "parquet"),
        (VET + "La direction du zoo « ne commente pas ce dossier ».", "direction du zoo"),
        (VET + "La commune « suit le dossier de près ».", "commune"),
        (VET + "Contactée, la société Orive « confirme l'incident ».", "société Orive"),
        ("Le ministre « ne souhaite pas s'exprimer ».", "ministre"),
        ("Interrogé, le cabinet du ministre « n'exclut rien ».", "cabinet du ministre"),
        ("Le directeur du zoo « regrette ce choix » et « appelle au calme ».", "directeur du zoo"),
        ("Les élus de l'opposition « dénoncent un passage en force ».", "élus de l'opposition"),
        # what is said of the subject is said by another
        (VET + "La mairie « ne fait rien », ajoute-t-elle.", "Élodie Marchais"),
        (VET + "Les secours « mettent une heure à venir », dit-elle.", "Élodie Marchais"),
    ],
)
def test_who_says_or_wants_between_the_marks_speaks(text: str, name: str) -> None:
    assert speaker(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("La régie « prend acte du vote », a-t-elle réagi.", "régie"),
        ("Le syndicat « refuse de signer », a-t-il annoncé.", "syndicat"),
        ("La direction de l'usine « ne négociera pas », a-t-elle écrit.", "direction de l'usine"),
        ("L'association « se dit prête », a-t-elle fait savoir.", "association"),
        ("L'association « Mer propre » se dit « prête ».", "association Mer propre"),
    ],
)
def test_a_verb_group_between_marks_is_no_part_of_a_name(text: str, name: str) -> None:
    assert speaker(text) == name
