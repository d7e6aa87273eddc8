"""Documents in five languages."""

from tests.retrieval.making import document

__all__ = ["DOCUMENTS"]

DOCUMENTS = (
    document("a", "The pact expires. | Seoul ends it.", date="2019-11-22", title="Pact"),
    document("b", "Tokyo waits.", "Tokyo and Seoul talk.", date="2019-11-23"),
    document("c", "협정이 종료된다.", language="ko"),
    document("d", "協定が終了する。", language="ja", title="協定"),
    document("e", "Anlaşma sona eriyor.", language="tr"),
)
