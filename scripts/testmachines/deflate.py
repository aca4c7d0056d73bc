"""A deflate encoder whose every bit counts: no flip of one bit inflates to the same content.

zlib's encoder takes the nearest of several equal matches, and another distance, one bit away, often
leads to the same bytes: one bit in a thousand can be flipped unseen, even by the checksum. Here a
match is taken only when no single bit of it leads to its content again, and the stream ends with a
whole byte, so that no bit of padding is left.
"""

from __future__ import annotations

import heapq
import zlib
from bisect import bisect_right
from collections import defaultdict

LENGTH_BASES = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258]
LENGTH_BITS = [0] * 8 + [1] * 4 + [2] * 4 + [3] * 4 + [4] * 4 + [5] * 4 + [0]
DISTANCE_BASES = [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193,
                  12289, 16385, 24577]
DISTANCE_BITS = [0, 0, 0, 0] + [bits for bits in range(1, 14) for _ in range(2)]
CODE_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
END = 256
WINDOW = 32768
LONGEST = 258
CANDIDATES = 24
BLOCK = 12_000
TRIED = 64


def symbol(value: int, bases: list[int]) -> int:
    low, high = 0, len(bases) - 1
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if bases[middle] <= value else (low, middle - 1)
    return low


LENGTH_SYMBOL = [symbol(max(length, 3), LENGTH_BASES) for length in range(LONGEST + 1)]
DISTANCE_SYMBOL = [symbol(distance, DISTANCE_BASES) for distance in range(1, WINDOW + 1)]


class Bits:
    """Bits as deflate packs them, the lowest first."""

    def __init__(self):
        self.bytes, self.hold, self.count = bytearray(), 0, 0

    @property
    def total(self) -> int:
        return 8 * len(self.bytes) + self.count

    def put(self, value: int, count: int) -> None:
        self.hold |= value << self.count
        self.count += count
        while self.count >= 8:
            self.bytes.append(self.hold & 255)
            self.hold >>= 8
            self.count -= 8


def deflated(data: bytes) -> bytes:
    """Raw deflate data that inflates to `data`."""
    tokens, attempts = matched(data), 0
    while True:
        out, starts, doubtful = encoded(data, tokens)
        if not doubtful and out.count:
            # Other tokens give other codes and another number of bits; about every eighth fits.
            attempts += 1
            matches = [index for index, token in enumerate(tokens) if token[1]]
            doubtful = {matches[len(matches) * 7 * attempts // 101 % len(matches)]}
        if not doubtful:
            stream = bytes(out.bytes)
            doubtful = {bisect_right(starts, bit) - 1 for bit in unseen_flips(stream, data)}
            if not doubtful:
                return stream
        fewer = without(data, tokens, doubtful)
        if len(fewer) == len(tokens):
            raise ValueError("a bit that is not a match's can be flipped unseen")
        tokens = fewer


def unseen_flips(stream: bytes, data: bytes):
    """The bits of which the flip inflates to the same, found by trying each."""
    engine, done = zlib.decompressobj(-zlib.MAX_WBITS), 0
    for index, byte in enumerate(stream):
        for bit in range(8):
            if inflates_to(engine.copy(), bytes([byte ^ 1 << bit]), stream, index + 1, data, done):
                yield 8 * index + bit
        done += len(engine.decompress(stream[index:index + 1]))


def inflates_to(engine, piece: bytes, stream: bytes, index: int, data: bytes, done: int) -> bool:
    """Whether `piece` and then the stream from `index` on give the rest of the data."""
    try:
        while piece:
            more = engine.decompress(piece)
            if data[done:done + len(more)] != more or engine.unused_data:
                return False
            done += len(more)
            piece, index = stream[index:index + TRIED], index + TRIED
    except zlib.error:
        return False
    return engine.eof and done == len(data)


def matched(data: bytes) -> list[tuple[int, int, int]]:
    """Tokens: (literal, 0, position), or (length, distance, position)."""
    seen: dict[bytes, list[int]] = defaultdict(list)
    tokens, position = [], 0
    while position < len(data):
        length, distance = best_match(data, position, seen)
        tokens.append((length, distance, position) if length else (data[position], 0, position))
        for index in range(position, position + max(length, 1)):
            if index + 3 <= len(data):
                seen[data[index:index + 3]].append(index)
        position += max(length, 1)
    return tokens


def best_match(data: bytes, position: int, seen) -> tuple[int, int]:
    best = (0, 0)
    for start in reversed(seen.get(data[position:position + 3], [])[-CANDIDATES:]):
        distance = position - start
        if distance > WINDOW:
            break
        if best[0] and data[start + best[0]:start + best[0] + 1] != data[position + best[0]:position + best[0] + 1]:
            continue
        length = common(data, start, position)
        if length > best[0] and not is_ambiguous(data, position, length, distance):
            best = (length, distance)
            if length == LONGEST:
                break
    return best


def common(data: bytes, left: int, right: int) -> int:
    """How many bytes are the same; the first three are."""
    low, high = 3, min(LONGEST, len(data) - right)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if data[left:left + middle] == data[right:right + middle] else (low, middle - 1)
    return low


def leads_to(data: bytes, position: int, length: int, distance: int) -> bool:
    """Whether a match at another distance gives the same content."""
    start = position - distance
    return start >= 0 and data[start:start + length] == data[position:position + length]


def is_ambiguous(data: bytes, position: int, length: int, distance: int) -> bool:
    code = DISTANCE_SYMBOL[distance - 1]
    extra = distance - DISTANCE_BASES[code]
    return any(leads_to(data, position, length, DISTANCE_BASES[code] + (extra ^ 1 << bit)) for bit in range(DISTANCE_BITS[code]))


def without(data: bytes, tokens, doubtful: set[int]):
    """The tokens with literals in place of those matches; in place of a literal's, of the match before."""
    found, given_up = [], {last_match(tokens, index) for index in doubtful}
    for index, token in enumerate(tokens):
        if index in given_up and token[1]:
            found += [(data[at], 0, at) for at in range(token[2], token[2] + token[0])]
        else:
            found.append(token)
    return found


def last_match(tokens, index: int) -> int:
    while index > 0 and not tokens[index][1]:
        index -= 1
    return index


def encoded(data: bytes, tokens) -> tuple[Bits, list[int], set[int]]:
    """The stream, the bit where each token starts, and the matches with a twin one bit away."""
    out, starts, doubtful = Bits(), [], set()
    for first in range(0, max(len(tokens), 1), BLOCK):
        part = tokens[first:first + BLOCK]
        out.put(1 if first + BLOCK >= len(tokens) else 0, 1)
        out.put(2, 2)
        lengths, distances = put_header(out, part)
        by_code = {entry: value for value, entry in distances.items()}
        for index, (value, distance, position) in enumerate(part):
            starts.append(out.total)
            if not distance:
                out.put(*lengths[value])
                continue
            code = LENGTH_SYMBOL[value]
            out.put(*lengths[257 + code])
            out.put(value - LENGTH_BASES[code], LENGTH_BITS[code])
            code = DISTANCE_SYMBOL[distance - 1]
            out.put(*distances[code])
            extra = distance - DISTANCE_BASES[code]
            out.put(extra, DISTANCE_BITS[code])
            if has_twin(data, position, value, distances[code], code, extra, by_code):
                doubtful.add(first + index)
        out.put(*lengths[END])
    return out, starts, doubtful


def has_twin(data, position, length, entry, code, extra, by_code) -> bool:
    """Whether one flipped bit of the distance's code makes it another distance to the same content."""
    total = entry[1] + DISTANCE_BITS[code]
    whole = entry[0] | extra << entry[1]
    for bit in range(entry[1]):
        flipped = whole ^ 1 << bit
        for count in range(1, total + 1):
            other = by_code.get((flipped & (1 << count) - 1, count))
            if other is not None:
                if count + DISTANCE_BITS[other] == total and leads_to(data, position, length, DISTANCE_BASES[other] + (flipped >> count)):
                    return True
                break
    return False


def put_header(out: Bits, tokens):
    literals, distances = [0] * 286, [0] * 30
    literals[END] = 1
    for value, distance, _ in tokens:
        literals[257 + LENGTH_SYMBOL[value] if distance else value] += 1
        if distance:
            distances[DISTANCE_SYMBOL[distance - 1]] += 1
    literal_lengths, distance_lengths = code_lengths(literals, 15), code_lengths(distances, 15)
    while literal_lengths[-1] == 0:
        literal_lengths.pop()
    while len(distance_lengths) > 1 and distance_lengths[-1] == 0:
        distance_lengths.pop()
    runs = list(run_lengths(literal_lengths + distance_lengths))
    counts = [0] * 19
    for code, _, _ in runs:
        counts[code] += 1
    lengths = code_lengths(counts, 7)
    used = max(index for index, code in enumerate(CODE_ORDER) if lengths[code]) + 1
    out.put(len(literal_lengths) - 257, 5)
    out.put(len(distance_lengths) - 1, 5)
    out.put(max(used, 4) - 4, 4)
    for code in CODE_ORDER[:max(used, 4)]:
        out.put(lengths[code], 3)
    codes = canonical(lengths)
    for code, extra, bits in runs:
        out.put(*codes[code])
        out.put(extra, bits)
    return canonical(literal_lengths), canonical(distance_lengths)


def run_lengths(lengths: list[int]):
    """Lengths as symbols of the third code, with their extra bits."""
    index = 0
    while index < len(lengths):
        value, run = lengths[index], 1
        while index + run < len(lengths) and lengths[index + run] == value:
            run += 1
        if value == 0 and run >= 3:
            run = min(run, 138)
            yield (17, run - 3, 3) if run <= 10 else (18, run - 11, 7)
        elif value and run >= 4:
            run = min(run, 7)
            yield value, 0, 0
            yield 16, run - 4, 2
        else:
            run = 1
            yield value, 0, 0
        index += run


def code_lengths(counts: list[int], most: int) -> list[int]:
    """Huffman's lengths; where they come out too long, the counts are made more alike."""
    while True:
        heap = [(count, index, (index,)) for index, count in enumerate(counts) if count]
        lengths = [0] * len(counts)
        if len(heap) == 1:
            lengths[heap[0][1]] = 1
            return lengths
        heapq.heapify(heap)
        while len(heap) > 1:
            left, right = heapq.heappop(heap), heapq.heappop(heap)
            for index in left[2] + right[2]:
                lengths[index] += 1
            heapq.heappush(heap, (left[0] + right[0], min(left[1], right[1]), left[2] + right[2]))
        if max(lengths) <= most:
            return lengths
        counts = [(count + 1) // 2 for count in counts]


def canonical(lengths: list[int]) -> dict[int, tuple[int, int]]:
    """Codes by symbol, their bits turned around as deflate wants them, with their lengths."""
    codes, code = {}, 0
    for count in range(1, 16):
        for value, length in enumerate(lengths):
            if length == count:
                codes[value] = int(f"{code:0{count}b}"[::-1], 2), count
                code += 1
        code <<= 1
    return codes
