"""Downloads of ClinicalTrials.gov in every shape, and what is said of bad ones. The samples are invented."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from hsct_aid.domain.fresh_list import MOST_STUDIES
from hsct_aid.domain.registry import Study, sort_out
from hsct_aid.storage.plain import BadInput
from hsct_aid.storage.registry_file import MOST_BYTES, file_bytes, read_files, read_studies

SAMPLES = Path(__file__).parent / "registry_samples"
TODAY = date(2026, 11, 23)


def sample(name: str) -> bytes:
    return (SAMPLES / name).read_bytes()


def found_in(name: str) -> list[str]:
    return [one.number for one in sort_out(read_studies(sample(name)), (), TODAY).found]


def refusal(data: bytes) -> str:
    with pytest.raises(BadInput) as caught:
        read_studies(data)
    words = str(caught.value)
    assert words.endswith(".")
    assert words.count(". ") == 0
    return words


def changed(**identification: object) -> bytes:
    """The single sample with other words in its first part."""
    record = json.loads(sample("single.json"))
    record["protocolSection"]["identificationModule"] |= identification
    return json.dumps(record).encode()


@pytest.mark.parametrize(("name", "read", "found"), [
    ("api_page.json", 23, 7), ("website.json", 5, 3), ("single.json", 1, 1), ("download.csv", 23, 7),
])  # fmt: skip
def test_every_shape_is_read_with_the_right_counts(name: str, read: int, found: int) -> None:
    assert len(read_studies(sample(name))) == read
    assert len(found_in(name)) == found


def test_the_page_of_the_api_and_the_table_tell_the_same_studies_apart() -> None:
    page, table = (sort_out(read_studies(sample(name)), (), TODAY) for name in ("api_page.json", "download.csv"))
    assert [one.number for one in page.found] == [one.number for one in table.found]
    assert page.left_out == table.left_out


@pytest.mark.parametrize("name", ["api_page.json", "website.json", "single.json", "download.csv"])
def test_a_byte_order_mark_changes_nothing(name: str) -> None:
    assert read_studies(b"\xef\xbb\xbf" + sample(name)) == read_studies(sample(name))


def test_what_the_record_says_is_kept_as_it_is() -> None:
    study = read_studies(sample("api_page.json"))[0]
    assert study.title == "Sample: Autologous Hematopoietic Stem Cell Transplantation Versus Medicines in Relapsing MS"
    assert (study.phase, study.people, study.counted) == ("2/3", 60, "planned")
    assert (study.youngest, study.oldest, study.age_groups) == (18, 55, False)
    assert study.countries == ("Norway", "Sweden")
    assert (study.updated, study.main_part_ends, study.ends) == ("2026-10-02", "2028-05", "2029-12")
    assert study.version == "2026-11-20"


def test_the_table_gives_age_groups_and_does_not_say_whether_people_are_planned() -> None:
    study = read_studies(sample("download.csv"))[0]
    assert (study.youngest, study.oldest, study.age_groups, study.counted) == (18, 64, True, "not_said")
    assert study.interventions == ("Autologous Hematopoietic Stem Cell Transplantation", "Ocrelizumab")


@pytest.mark.parametrize("name", ["api_page.json", "website.json", "single.json", "download.csv"])
def test_nothing_of_contacts_sites_and_officials_is_kept(name: str) -> None:
    assert "SAMPLE PERSON" in sample("api_page.json").decode()
    kept = repr(read_studies(sample(name)))
    assert not any(word in kept for word in ("PERSON", "SAMPLE-PHONE", "example.invalid", "OFFICIAL", "FACILITY"))


def test_a_record_with_hardly_anything_in_it_is_read() -> None:
    least = {"identificationModule": {"nctId": "NCT99000009"}, "statusModule": {"overallStatus": "RECRUITING"}}
    (study,) = read_studies(json.dumps([{"protocolSection": least}]).encode())
    assert study == Study("NCT99000009", "NCT99000009", "RECRUITING", titles="\n", texts="\n")


def test_columns_may_stand_in_another_order_and_those_not_needed_may_be_missing() -> None:
    table = (b"Conditions,Study Title,NCT Number,Interventions,Study Status,Something New\n"
             b"Multiple Sclerosis,aHSCT,NCT99000009,PROCEDURE: aHSCT,Recruiting,x\n")  # fmt: skip
    (study,) = read_studies(table)
    assert (study.number, study.status, study.updated, study.people) == ("NCT99000009", "RECRUITING", None, None)


def test_a_country_with_a_comma_in_its_name_stays_whole() -> None:
    table = (b'NCT Number,Study Title,Study Status,Conditions,Interventions,Locations\n'
             b'NCT99000009,aHSCT,RECRUITING,MS,,"A, Seoul, Korea, Republic of|B, Oslo, 0379, Norway"\n')  # fmt: skip
    assert read_studies(table)[0].countries == ("Korea, Republic of", "Norway")


def test_marks_of_the_registry_and_signs_that_cannot_be_seen_go_away() -> None:
    (study,) = read_studies(changed(briefTitle="EDSS \\> 3\u200b and\n aHSCT\u00ad"))
    assert study.title == "EDSS > 3 and aHSCT"


def test_a_title_has_the_length_the_registry_allows() -> None:
    (study,) = read_studies(changed(briefTitle="a" * 100_000))
    assert len(study.title) == 300


@pytest.mark.parametrize(("data", "words"), [
    (b"", "empty"), (b"  \n", "empty"), (b"<!DOCTYPE html><html><body>Studies</body></html>", "web page"),
    (b"\xef\xbb\xbf\n<html>", "web page"), (b"PK\x03\x04rest", "ZIP"), (b"[]", "no studies"),
    (b'{"studies": []}', "no studies"), (b'{"schema_version": 1}', "not a list of studies"),
    (b"hello", "not a download"), (b"%PDF-1.7", "not a download"),
    (b"NCT Number,Study Title\n", "Columns are missing (Study Status"),
    (b"[" * 100_000 + b"]" * 100_000, "not as ClinicalTrials.gov writes it"),
    (b'{"other": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "nested deeper"), (b'{"studies": [}', "damaged"),
    (b'{"studies": [{"protocolSection": "text"}]}', "Study 1 in this file"), (b"[NaN]", "damaged"),
])  # fmt: skip
def test_what_is_no_download_is_refused_in_one_sentence(data: bytes, words: str) -> None:
    assert words in refusal(data)


@pytest.mark.parametrize("name", ["api_page.json", "website.json", "single.json"])
def test_half_a_download_is_known_wherever_it_was_cut(name: str) -> None:
    data = sample(name).rstrip()
    for cut in range(len(data) // 3, len(data), len(data) // 40):
        assert "half a download" in refusal(data[:cut])


def test_of_half_a_table_nothing_is_read_or_whole_studies_only() -> None:
    data = sample("download.csv").rstrip()
    whole, refused = read_studies(data), 0
    for cut in range(len(data) // 3, len(data), len(data) // 200):
        try:
            part = read_studies(data[:cut])
        except BadInput:
            refused += 1
        else:
            assert part == whole[: len(part)]
    assert refused > 100


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("name", ["single.json", "download.csv"])
def test_other_encodings_are_named(name: str, encoding: str) -> None:
    assert "UTF-16" in refusal(sample(name).decode().encode(encoding))


@pytest.mark.parametrize("name", ["single.json", "download.csv"])
def test_text_that_is_not_utf_8_is_refused(name: str) -> None:
    assert "UTF-8" in refusal(sample(name).replace(b"Sample: ", b"Sample\xff "))


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x1b[2J", "\x85", "\u202e", "\u2066"])
def test_a_title_with_hidden_signs_is_refused(sign: str) -> None:
    assert "hidden control characters" in refusal(changed(briefTitle=f"aHSCT {sign} in MS"))


def test_raw_control_characters_are_refused() -> None:
    assert "damaged" in refusal(sample("single.json").replace(b"Sample: ", b"Sample\x07 "))
    assert "hidden control characters" in refusal(sample("download.csv").replace(b"Sample: ", b"Sample\x07 "))


@pytest.mark.parametrize("identification", [{"nctId": "NCT1"}, {"nctId": "=cmd()"}, {"nctId": ""}])
def test_a_study_without_a_number_is_refused(identification: dict[str, object]) -> None:
    assert "no ClinicalTrials.gov number" in refusal(changed(**identification))


@pytest.mark.parametrize("identification", [{"nctId": 5}, {"briefTitle": ["x"]}, {"briefTitle": None}])
def test_a_field_of_another_kind_is_refused(identification: dict[str, object]) -> None:
    assert "not as ClinicalTrials.gov writes it" in refusal(changed(**identification))


def test_a_date_that_is_none_is_refused() -> None:
    assert "A date of study NCT99000005" in refusal(sample("single.json").replace(b"2021-01-20", b"last spring"))


@pytest.mark.parametrize(("name", "once", "twice"), [
    ("single.json", b'"nctId":', b'"nctId": "NCT99000008", "nctId":'),
    ("single.json", b'"overallStatus":', b'"overallStatus": "COMPLETED", "overallStatus":'),
    ("single.json", b'"statusModule":', b'"statusModule": {"overallStatus": "COMPLETED"}, "statusModule":'),
    ("website.json", b'"protocolSection":', b'"protocolSection": {}, "protocolSection":'),
    ("api_page.json", b'"studies":', b'"studies": [{"protocolSection": {}}], "studies":'),
])  # fmt: skip
def test_a_name_that_stands_twice_is_refused(name: str, once: bytes, twice: bytes) -> None:
    data = sample(name).replace(once, twice, 1)
    assert refusal(data) == "A name stands twice in one study of this file: download it again."


@pytest.mark.parametrize("name", ["api_page.json", "download.csv"])
def test_how_far_one_file_is_read_is_told_study_by_study(name: str) -> None:
    told: list[float] = []
    studies = read_studies(sample(name), told.append)
    assert len(told) == len(studies)
    assert told == sorted(told)
    assert told[-1] == 1


def test_a_study_far_larger_than_any_is_refused_before_it_fills_the_memory() -> None:
    data = sample("single.json").replace(b'"statusModule":', b'"x": [' + b"[]," * 3_000_000 + b'0], "statusModule":', 1)
    assert "Study 1 in this file is not as ClinicalTrials.gov writes it" in refusal(data)


@pytest.mark.parametrize(("name", "row"), [("website.json", 0), ("download.csv", 1)])
def test_a_study_that_stands_twice_is_refused(name: str, row: int) -> None:
    data = sample(name).replace(b"NCT99000002", b"NCT99000001")
    assert refusal(data) == "Study NCT99000001 stands twice in this file: download it again."


@pytest.mark.parametrize("extra", [0, 1])
def test_up_to_two_thousand_studies_are_read(extra: int) -> None:
    least = '{"protocolSection":{"identificationModule":{"nctId":"NCT%08d"},"statusModule":{"overallStatus":"X"}}}'
    page = f"[{','.join(least % number for number in range(MOST_STUDIES + extra))}]".encode()
    table = "NCT Number,Study Title,Study Status,Conditions,Interventions\n" + "".join(
        f"NCT{number:08},x,X,MS,\n" for number in range(MOST_STUDIES + extra)
    )
    for data in (page, table.encode()):
        if extra:
            assert "more than 2,000 studies" in refusal(data)
        else:
            assert len(read_studies(data)) == MOST_STUDIES


def test_a_file_over_a_hundred_megabytes_is_refused(tmp_path: Path) -> None:
    large = tmp_path / "large.json"
    with large.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    with pytest.raises(BadInput, match="larger than 100 MB"):
        file_bytes(large)


def test_several_files_are_one_list_and_the_bad_one_is_named(tmp_path: Path) -> None:
    told: list[float] = []
    paths = [SAMPLES / "website.json", SAMPLES / "single.json"]
    assert len(read_files(paths, told.append)) == 6
    assert told == sorted(told)
    assert told[-1] == 1
    (tmp_path / "page.html").write_text("<html>")
    with pytest.raises(BadInput, match=r"^page\.html: This is a web page"):
        read_files([*paths, tmp_path / "page.html"], told.append)
