"""Names of wide places: what happens in one of them happens in a town of it as well."""

__all__ = ["is_wide"]

WIDE = frozenset(
    """
    afghanistan albania algeria america american angola arabia argentina armenia australia
    austria azerbaijan bahrain bangladesh belarus belgium bolivia bosnia botswana brazil
    britain bulgaria cambodia cameroon canada chad chile china colombia congo croatia cuba
    cyprus czech czechia denmark ecuador egypt england estonia ethiopia europe finland
    france georgia germany ghana greece guatemala haiti holland honduras hungary iceland
    india indonesia iran iraq ireland israel italy jamaica japan jordan kazakhstan kenya
    korea kosovo kuwait laos latvia lebanon liberia libya lithuania luxembourg macedonia
    madagascar malaysia mali malta mexico moldova mongolia montenegro morocco mozambique
    myanmar namibia nepal netherlands nicaragua niger nigeria norway oman pakistan palestine
    panama paraguay peru philippines poland portugal qatar romania russia rwanda scotland
    senegal serbia singapore slovakia slovenia somalia spain sudan sweden switzerland syria
    taiwan tajikistan tanzania thailand tunisia turkey uganda ukraine uruguay us usa uk
    uzbekistan venezuela vietnam wales yemen zambia zimbabwe africa asia emirates zealand
    alabama alaska arizona arkansas california carolina colorado connecticut dakota delaware
    florida hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland
    massachusetts michigan minnesota mississippi missouri montana nebraska nevada hampshire
    jersey ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia wisconsin
    wyoming
    """.split()
)
# Said with a small letter, these are as wide.
COMMON = frozenset(
    """floor building campus city town country district centre center region province county state
    island downtown headquarters outside abroad online""".split()
)


def is_wide(words: frozenset[str], *, is_proper: bool) -> bool:
    """Say whether folded words name a country, a continent, a state, or a building at large.

    >>> is_wide(frozenset({"south", "korea"}), is_proper=True)
    True
    >>> is_wide(frozenset({"cape", "town"}), is_proper=True)
    False
    """
    return bool(words & (WIDE if is_proper else COMMON))
