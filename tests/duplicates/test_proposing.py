"""What is proposed from a database: with grounds, and never two who speak in one article."""

from __future__ import annotations

from pathlib import Path

import pytest

from quotes.duplicates import Proposal, proposals
from quotes.model import Article, Kind, Quotation, Speaker, SpeakerKind
from quotes.storage import Database


def propose(path: Path, *articles: tuple[tuple[str, str | None], ...]) -> list[Proposal]:
    """Proposals for articles in which each (name, role) says something."""
    with Database.open(path / "quotes.db", create=True) as db:
        for number, speakers in enumerate(articles):
            text = f"Article {number}. " + " ".join(f"« Mot {place} »" for place, _ in enumerate(speakers))
            found = []
            for place, (name, role) in enumerate(speakers):
                words = f"Mot {place}"
                start = text.index(words)
                speaker = Speaker(name, SpeakerKind.PERSON, role)
                found.append(
                    Quotation(start, start + len(words), words, Kind.DIRECT, speaker, confidence=0.9)
                )
            db.save(Article(text, outlet="Le Phare", source=f"{number}.txt"), found, parser="1")
        return proposals(db)


def test_a_proposal_tells_its_grounds_and_its_command(tmp_path: Path) -> None:
    [one] = propose(
        tmp_path,
        (("Volodymyr Zelensky", "président ukrainien"),),
        (("Volodymyr Zelensky", None),),
        (("Volodymyr Zelenskyy", "président de l'Ukraine"),),
    )
    assert (one.name, one.quotations, one.into, one.into_quotations) == (
        "Volodymyr Zelenskyy",
        1,
        "Volodymyr Zelensky",
        2,
    )
    assert one.why == "another spelling"
    assert one.shared == "both: président de l'Ukraine; both in Le Phare"
    assert one.command == "quotes speakers merge 'Volodymyr Zelenskyy' 'Volodymyr Zelensky'"


def test_two_quoted_in_one_article_are_two(tmp_path: Path) -> None:
    assert (
        propose(tmp_path, (("Yann Cadiou", "marin"), ("Yan Cadiou", "marin")), (("Yann Cadiou", None),)) == []
    )


@pytest.mark.parametrize(
    ("role", "other", "proposed"),
    [
        ("directrice de la criée", "directrice du port", True),
        ("directrice de la criée", "boulangère", False),
        (None, None, False),
        ("ancienne ministre", "ancienne pilote", False),
    ],
)
def test_a_slip_of_one_letter_needs_a_role_in_common(
    tmp_path: Path, role: str | None, other: str | None, proposed: bool
) -> None:
    found = propose(tmp_path, (("Jeanne Cadiou", role),), (("Jeanne Cadiau", other),))
    assert bool(found) is proposed


def test_typing_the_commands_makes_them_one(tmp_path: Path) -> None:
    [one] = propose(tmp_path, (("Lloyd Austin", None),), (("Lloyd J. Austin III", None),))
    with Database.open(tmp_path / "quotes.db") as db:
        db.merge_speakers(one.id, one.into_id)
        assert proposals(db) == []


def test_those_of_a_name(tmp_path: Path) -> None:
    propose(
        tmp_path,
        (("Lloyd Austin", None),),
        (("L. Austin", None),),
        (("A. Le Goff", None),),
        (("Anne Le Goff", None),),
    )
    with Database.open(tmp_path / "quotes.db") as db:
        assert [one.into for one in proposals(db, "goff")] == ["Anne Le Goff"]
        assert len(proposals(db)) == 2
