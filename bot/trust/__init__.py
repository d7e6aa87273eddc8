"""How far an answer may be trusted: a calibrated probability, and the precision it promises."""
