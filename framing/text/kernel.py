"""The compiled loops: what must happen once per character, per word form or per word.

Plain loops over arrays of numbers. They know nothing of Arabic: every table they consult
(which characters make a word, what a letter is levelled to, which clitics there are, what an
entry asks of its neighbours) is made elsewhere and handed in.

Word forms and keys are told apart by 64-bit hashes: among a million forms the odds that
any two share one are about 3 in 100 million. Offsets never depend on a hash.
"""

import numpy as np

from framing.base.compiled import compiled

# What a character is; words are made of the last four. FINAL letters end a word.
SPACE, MARK, BREAK, STOP, DOT, COLON, CLOSING, LETTER, ARABIC, FINAL, LATIN = range(1, 12)
# What stands between a word and the one before it.
PARTED, ENDED, QUOTED, COLONED = 1, 2, 4, 8

DROPPED, SPECIAL = 0, 1  # entries of a letter table that are no letters

_SEED = np.uint64(14695981039346656037)
_PRIME = np.uint64(0x9E3779B97F4A7C15)
_HALF = np.uint64(32)
_ONE = np.uint64(1)


@compiled
def scan(text, kinds):
    """Read a text once: its words, their forms, the gaps before them, its sentence ends.

    `text` holds code points, `kinds` what each is. Returns arrays: start, end, form and
    gap of every word; for every form the first word that has it; the places after which a
    new sentence begins.
    """
    most = len(text) // 2 + 1
    words = np.empty(most, np.int32), np.empty(most, np.int32), np.empty(most, np.int32)
    gaps = np.empty(most, np.uint8)
    hashes, firsts = np.empty(1 << 12, np.uint64), np.empty(1 << 12, np.int32)
    table, stops = np.full(1 << 13, -1, np.int32), np.empty(1 << 12, np.int32)
    reached = np.array([0, 0, 0, 0, PARTED | ENDED])
    while True:
        _scan_on(text, kinds, words, gaps, hashes, firsts, table, stops, reached)
        place, n_words, n_forms, n_stops, _ = reached
        if place == len(text):
            break
        if n_forms == len(hashes):
            hashes, firsts = grown(hashes), grown(firsts)
            table = _rehashed(hashes, n_forms, 2 * len(table))
        if n_stops == len(stops):
            stops = grown(stops)
    starts, ends, forms = words
    return (
        starts[:n_words].copy(),
        ends[:n_words].copy(),
        forms[:n_words].copy(),
        gaps[:n_words].copy(),
        firsts[:n_forms].copy(),
        stops[:n_stops].copy(),
    )


@compiled
def _scan_on(text, kinds, words, gaps, hashes, firsts, table, stops, reached):
    """Go on from where the scan has reached until the text ends or a table is full.

    The tables do not grow in here: loops over arrays that may be replaced run at half speed.
    """
    starts, ends, forms = words
    place, n_words, n_forms, n_stops, gap = reached
    while place < len(text) and n_forms < len(hashes) and n_stops < len(stops):
        kind = kinds[text[place]]
        if kind >= LETTER:
            end, value = _word(text, kinds, place)
            slot = _slot(table, hashes, value)
            if table[slot] < 0:
                table[slot], hashes[n_forms], firsts[n_forms] = n_forms, value, n_words
                n_forms += 1
            starts[n_words], ends[n_words], forms[n_words] = place, end, table[slot]
            gaps[n_words], gap = gap, 0
            n_words += 1
        else:
            end = _sentence_end(text, kinds, place)
            if end > place:
                stops[n_stops] = end
                n_stops += 1
                gap |= PARTED | ENDED
            end = max(end, place + 1)
            for inside in range(place, end):
                gap |= _parting(kinds[text[inside]])
        place = end
    reached[:] = place, n_words, n_forms, n_stops, gap


@compiled
def _word(text, kinds, place):
    """Where the word that begins at `place` ends, and its hash: before a letter behind a final."""
    value, is_final = _SEED, False
    while place < len(text) and kinds[text[place]] >= LETTER:
        if is_final and kinds[text[place]] != LETTER:
            break
        is_final = is_final or kinds[text[place]] == FINAL
        value = (value + np.uint64(text[place])) * _PRIME
        place += 1
    return place, value ^ (value >> _HALF)


@compiled
def _parting(kind):
    """What a character says of the gap it stands in; spaces say nothing."""
    if kind == SPACE:
        return 0
    if kind == MARK:
        return QUOTED
    return PARTED | COLONED if kind == COLON else PARTED


@compiled
def _sentence_end(text, kinds, place):
    """Where the sentence ends that a break, stop or dot at `place` closes; `place` if none."""
    size, kind, end = len(text), kinds[text[place]], place
    if kind not in (BREAK, STOP, DOT):
        return place
    while end < size and kinds[text[end]] == kind:
        end += 1
    if kind == BREAK:
        return end
    if kind == DOT:
        if end < size and kinds[text[end]] == LATIN:
            return place  # Russia-Now.com, 3.5
        alone = place == 1 or (place > 1 and kinds[text[place - 2]] < LETTER)
        if end - place == 1 and place > 0 and kinds[text[place - 1]] == ARABIC and alone:
            return place  # an abbreviation of letters: أ.ف.ب
    while end < size and (kinds[text[end]] == MARK or kinds[text[end]] == CLOSING):
        end += 1
    return end


@compiled
def _slot(table, hashes, value):
    """Where a hash stands in an open table, or the free place for it."""
    mask = np.uint64(len(table) - 1)
    at = value & mask
    while table[at] >= 0 and hashes[table[at]] != value:
        at = (at + _ONE) & mask
    return at


@compiled
def grown(array):
    """An array with room for twice as many rows."""
    bigger = np.empty((2 * len(array), *array.shape[1:]), array.dtype)
    bigger[: len(array)] = array
    return bigger


@compiled
def _rehashed(hashes, known, size):
    table = np.full(size, -1, np.int32)
    for number in range(known):
        table[_slot(table, hashes, hashes[number])] = number
    return table


@compiled
def spell(text, starts, ends, letters):
    """Strip forms to their letters by a table: `DROPPED`, a letter, or `SPECIAL`.

    Returns all letters end to end, where each form's begin and end among them, and which
    forms hold a special character (their letters are left out).
    """
    spelled = np.empty(np.sum(ends - starts), np.uint32)
    lows, highs = np.zeros(len(starts), np.int64), np.zeros(len(starts), np.int64)
    special = np.zeros(len(starts), np.bool_)
    filled = 0
    for form in range(len(starts)):
        lows[form] = filled
        for place in range(starts[form], ends[form]):
            code = text[place]
            letter = letters[code] if code < len(letters) else SPECIAL
            if letter == SPECIAL:
                special[form] = True
                filled = lows[form]
                break
            if letter != DROPPED:
                spelled[filled] = letter
                filled += 1
        highs[form] = filled
    return spelled[:filled].copy(), lows, highs, special


@compiled
def split(letters, lows, highs, level, heads, cuts, tails):
    """Split forms in every way that their first and last letters allow.

    `heads` and `tails` hold proclitics and enclitics, padded with zeros; a head `cuts` so
    many letters. Returns, for every split: form, head, tail, and the hash of the core.
    """
    size = 1 << 16
    forms, n_splits = np.empty(size, np.int32), 0
    first, last = np.empty(size, np.int16), np.empty(size, np.int16)
    cores = np.empty(size, np.uint64)
    for form in range(len(lows)):
        word = letters[lows[form] : highs[form]]
        for head in range(len(heads)):
            if not _begins(word, heads[head]):
                continue
            for tail in range(len(tails)):
                rest = len(word) - cuts[head]
                length = _ends_with(word, tails[tail])
                if length < 0 or rest - length < (2 if length else 1):
                    continue
                if n_splits == len(forms):
                    forms, cores = grown(forms), grown(cores)
                    first, last = grown(first), grown(last)
                forms[n_splits], first[n_splits], last[n_splits] = form, head, tail
                cores[n_splits] = _hashed(word[cuts[head] : len(word) - length], level)
                n_splits += 1
    return (
        forms[:n_splits].copy(),
        first[:n_splits].copy(),
        last[:n_splits].copy(),
        cores[:n_splits].copy(),
    )


@compiled
def _begins(word, head):
    for place in range(len(head)):
        if head[place] == 0:
            return True
        if place >= len(word) or word[place] != head[place]:
            return False
    return True


@compiled
def _ends_with(word, tail):
    """The length of a tail if the word ends in it, else -1."""
    length = 0
    while length < len(tail) and tail[length] != 0:
        length += 1
    if length > len(word):
        return -1
    for place in range(length):
        if word[len(word) - length + place] != tail[place]:
            return -1
    return length


@compiled
def _hashed(word, level):
    """The hash of a word with its letters levelled."""
    value = _SEED
    for place in range(len(word)):
        code = word[place]
        letter = np.uint64(level[code]) if code < len(level) else np.uint64(code)
        if letter:
            value = (value + letter) * _PRIME
    return value ^ (value >> _HALF)


@compiled
def hash_all(letters, lows, highs, level):
    """The hashes of many words, with their letters levelled."""
    hashes = np.empty(len(lows), np.uint64)
    for word in range(len(lows)):
        hashes[word] = _hashed(letters[lows[word] : highs[word]], level)
    return hashes


@compiled
def open_table(hashes):
    """An open table in which `look_up` finds each hash, at most half full."""
    size = 16
    while size < 2 * len(hashes):
        size *= 2
    return _rehashed(hashes, len(hashes), size)


@compiled
def look_up(wanted, table, hashes):
    """Which of the wanted hashes a table holds: their numbers, and which they are."""
    rows, found = np.empty(len(wanted), np.int64), np.empty(len(wanted), np.int64)
    n_found = 0
    for row in range(len(wanted)):
        number = table[_slot(table, hashes, wanted[row])]
        if number >= 0:
            rows[n_found], found[n_found] = row, number
            n_found += 1
    return rows[:n_found].copy(), found[:n_found].copy()
