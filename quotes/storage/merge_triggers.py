"""The triggers that bring a quotation under a merged name to the speaker for whom the name stands.

Whoever stores or corrects a quotation need not know that a person has merged two names: the parser goes on
naming *Lloyd J. Austin III*, the quotation lands on *Lloyd Austin*, and `merged_quotation` remembers under
which name it came, so that the two can be split again.
"""

from __future__ import annotations

_STANDS_FOR = "(SELECT same_as FROM speaker_merge WHERE speaker_id = new.speaker_id)"
_MERGED = "SELECT speaker_id FROM speaker_merge"
_REMEMBER = (
    "INSERT OR REPLACE INTO merged_quotation (quotation_id, speaker_id) "
    f"SELECT new.id, new.speaker_id WHERE new.speaker_id IN ({_MERGED})"
)
_MOVE = (
    f"UPDATE quotation SET speaker_id = {_STANDS_FOR} "  # noqa: S608
    f"WHERE id = new.id AND new.speaker_id IN ({_MERGED})"
)
#: the name under which it came no longer stands for who said it
_FORGET = (
    "DELETE FROM merged_quotation WHERE quotation_id = new.id AND NOT EXISTS ("
    "SELECT 1 FROM speaker_merge WHERE speaker_merge.speaker_id = merged_quotation.speaker_id "
    "AND same_as = new.speaker_id)"
)

#: name → statement, as the latest migration leaves them
STATEMENTS = {
    "quotation_speaker_insert": "CREATE TRIGGER quotation_speaker_insert AFTER INSERT ON quotation "
    f"WHEN new.speaker_id IN ({_MERGED}) BEGIN {_REMEMBER}; {_MOVE}; END",
    "quotation_speaker_update": "CREATE TRIGGER quotation_speaker_update "
    "AFTER UPDATE OF speaker_id ON quotation WHEN new.speaker_id IS NOT old.speaker_id "
    f"BEGIN {_FORGET}; {_REMEMBER}; {_MOVE}; END",
}
