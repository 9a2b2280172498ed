"""A database of ten quotations over two years, for charts."""

from __future__ import annotations

from pathlib import Path

import pytest

from quotes.ingest import ingest
from quotes.storage import Database

#: file → date, outlet, topic, text
ARTICLES = {
    "pont": (
        "2023-01-30",
        "La Gazette",
        "transports",
        "« Nous rouvrirons le pont lundi », a déclaré la maire de Blois, Anne Roy.\n\n"
        "« Les travaux sont terminés », a-t-elle ajouté.\n\n"
        "« C'est une bonne nouvelle », a dit Pierre Martin, cafetier.",
    ),
    "lait": (
        "2023-03",
        "Le Courrier",
        "élevage",
        "« Le prix ne couvre pas nos coûts », a affirmé Pierre Martin, éleveur à Laval.",
    ),
    "quai": (
        "2024-03-02",
        "La Gazette",
        "transports",
        "« Le quai sera refait », a promis Anne Roy, maire de Blois.\n\n"
        "« Personne ne nous a consultés », regrette l'association Rives de Loire.",
    ),
    "bac": ("2024", "Le Courrier", "transports", "« Le bac a coulé », a raconté Jean Morel, passeur."),
    "vent": (None, "Le Courrier", "météo", "« Le vent tourne », a noté Jean Morel, passeur."),
}


@pytest.fixture(scope="session")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("charts")
    for name, (date, outlet, topic, text) in ARTICLES.items():
        dated = f"date: {date}\n" if date else ""
        head = f"---\n{dated}outlet: {outlet}\ntopics: [{topic}]\n---\n"
        (folder / f"{name}.txt").write_text(head + text, encoding="utf-8")
    with Database.open(folder / "quotes.db", create=True) as db:
        ingest(db, [folder / f"{name}.txt" for name in ARTICLES])
    return folder / "quotes.db"


@pytest.fixture
def db(path: Path):
    with Database.open(path) as db:
        yield db
