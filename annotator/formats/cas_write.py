"""CAS files written: XMI (OMG XMI 2.0 as UIMA has it) and JSON (UIMA CAS JSON 0.4).

The types come from dkpro-cassis; what is in the text is written here, as that library takes three
times as long.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from annotator.formats.cas_make import TEXT_NUMBER, Structure
from annotator.formats.xml_text import attribute

_XMI_HEAD = (
    "<?xml version='1.0' encoding='UTF-8'?>\n"
    '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" '
    'xmlns:tcas="http:///uima/tcas.ecore" xmlns:annotator="http:///annotator.ecore" '
    'xmi:version="2.0"><cas:NULL xmi:id="0"/>'
)
_VIEW = "_InitialView"
_encode = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode


def xmi_of(text: str, structures: Iterable[Structure]) -> Iterator[bytes]:
    """Yield an XMI file in pieces; a character that XML cannot hold becomes U+FFFD."""
    yield _XMI_HEAD.encode()
    numbers = []
    for one in structures:
        numbers.append(str(one.number))
        yield _element(one).encode()
    members = " ".join(numbers)
    yield (
        f'<cas:Sofa xmi:id="{TEXT_NUMBER}" sofaNum="1" sofaID="{_VIEW}" mimeType="text/plain" '
        f'sofaString={attribute(text)}/><cas:View sofa="{TEXT_NUMBER}" members="{members}"/>'
        "</xmi:XMI>"
    ).encode()


def _element(one: Structure) -> str:
    package, _, name = one.type.rpartition(".")
    prefix = package.rpartition(".")[2]
    texts = "".join([f" {feature}={attribute(text)}" for feature, text in one.texts.items()])
    ends = "".join([f' {feature}="{number}"' for feature, number in one.ends.items()])
    start, end = one.place
    return (
        f'<{prefix}:{name} xmi:id="{one.number}" sofa="{TEXT_NUMBER}" begin="{start}" end="{end}"'
        f"{texts}{ends}/>"
    )


def json_of(types: Any, text: str, structures: Iterable[Structure]) -> Iterator[bytes]:  # noqa: ANN401
    """Yield a JSON file in pieces; ``types`` are as the format tells them."""
    sofa = {
        "%ID": TEXT_NUMBER,
        "%TYPE": "uima.cas.Sofa",
        "sofaNum": 1,
        "sofaID": _VIEW,
        "mimeType": "text/plain",
        "sofaString": text,
    }
    yield f'{{"%TYPES": {_encode(types)}, "%FEATURE_STRUCTURES": [{_encode(sofa)}'.encode()
    numbers = []
    for one in structures:
        numbers.append(one.number)
        yield f", {_encode(_told(one))}".encode()
    views = {_VIEW: {"%SOFA": TEXT_NUMBER, "%MEMBERS": numbers}}
    yield f'], "%VIEWS": {_encode(views)}}}'.encode()


def _told(one: Structure) -> dict[str, object]:
    start, end = one.place
    told: dict[str, object] = {"%ID": one.number, "%TYPE": one.type, "@sofa": TEXT_NUMBER}
    told |= {"begin": start, "end": end, **one.texts}
    return told | {f"@{feature}": number for feature, number in one.ends.items()}
