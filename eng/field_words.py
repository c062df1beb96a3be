#!/usr/bin/env python3
"""Learns which character pairs speak of which field, and writes them into the last column of fields.tsv.

    field_words.py REPORTS LAWS DIVISIONS src/Yipanqi.Engine/Text/fields.tsv

REPORTS: folder of government work reports (.csv with the column full_text). LAWS: folder of laws and regulations (.md).
DIVISIONS: table of administrative divisions (.csv with code and name), so that no place name becomes a word of a field.
Needs numpy and scipy. Method, sources and figures: docs/methods/recommendation.md.
"""
import collections
import csv
import glob
import math
import re
import sys

import numpy as np
import scipy.sparse as sparse
from scipy.sparse.linalg import svds

PAIRS, LEAST, DIMENSIONS = 24000, 12, 128   # pairs kept, sentences a pair must stand in, dimensions of the space
REPORT_WEIGHT = 3.0                         # a sentence of a report against one of a law
CLOSE, FIELDS = 2.5, 3                      # standard deviations above the mean from which a pair counts, fields of a pair at most
NOT_OF_A_FIELD = "案例|司法解释|README|模版|刑法|诉讼|民法典|宪法"
PLACE_ENDING = "(省|市|地区|盟|(壮族|回族|维吾尔)?自治区|特别行政区)$"
HAN = re.compile("[\u4e00-\u9fff]+")


def pairs(text):
    return [run[i:i + 2] for run in HAN.findall(text) for i in range(len(run) - 1)]


def sentences(reports, laws):
    csv.field_size_limit(10 ** 9)
    found = {}
    for path in sorted(glob.glob(f"{reports}/*.csv")):
        with open(path, encoding="utf-8-sig") as file:
            for row in csv.DictReader(file):
                found.update((s, REPORT_WEIGHT) for s in re.split("[。\n；！]", row["full_text"]) if len(s) >= 8)
    for path in sorted(glob.glob(f"{laws}/**/*.md", recursive=True)):
        if not re.search(NOT_OF_A_FIELD, path):
            with open(path, encoding="utf-8", errors="ignore") as file:
                lines = file.read().split("\n")
            for line in lines:
                if len(line) >= 12 and not line.startswith("#"):
                    found.setdefault(line, 1.0)
    return [(set(pairs(text)), weight) for text, weight in found.items()]


def space(texts):
    """Unit vectors of the commonest pairs from their positive pointwise mutual information within sentences."""
    counts = collections.Counter()
    for grams, weight in texts:
        for gram in grams:
            counts[gram] += weight
    words = [gram for gram, n in sorted(counts.items(), key=lambda c: (-c[1], c[0]))[:PAIRS] if n >= LEAST]
    index = {word: i for i, word in enumerate(words)}
    rows, columns, values = [], [], []
    for k, (grams, weight) in enumerate(texts):
        ids = sorted(index[gram] for gram in grams if gram in index)
        if len(ids) >= 3:
            rows += [k] * len(ids)
            columns += ids
            values += [math.sqrt(weight / len(ids))] * len(ids)
    table = sparse.csr_matrix((np.array(values, dtype=np.float32), (rows, columns)), shape=(len(texts), len(words)))
    together = (table.T @ table).tocsr()
    sums = np.asarray(together.sum(1)).ravel()
    context = sums ** 0.75 / (sums ** 0.75).sum()
    together = together.tocoo()
    gain = np.log(np.maximum(together.data / (sums[together.row] * context[together.col]), 1e-9))
    kept = (gain > 0) & (together.row != together.col)
    information = sparse.csr_matrix((gain[kept].astype(np.float32), (together.row[kept], together.col[kept])), shape=together.shape)
    vectors, strength, _ = svds(information, k=DIMENSIONS, random_state=0)
    vectors = vectors * np.sqrt(strength)
    return words, index, vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9)


def centre(terms, index, vectors):
    total = np.zeros(DIMENSIONS)
    for term in terms:
        vector = sum((vectors[index[gram]] for gram in pairs(term) if gram in index), np.zeros(DIMENSIONS))
        total += vector / (np.linalg.norm(vector) or 1)
    return total / (np.linalg.norm(total) or 1)


def places(divisions):
    with open(divisions, encoding="utf-8") as file:
        rows = list(csv.reader(file))[1:]
    return {re.sub(PLACE_ENDING, "", row[1])[:2] for row in rows if row[0].endswith("00")}


def main(reports, laws, divisions, lexicon):
    with open(lexicon, encoding="utf-8") as file:
        head, *lines = [line.rstrip("\n").split("\t") for line in file]
    words, index, vectors = space(sentences(reports, laws))
    likeness = vectors @ np.array([centre(line[2].split(), index, vectors) for line in lines]).T
    likeness = (likeness - likeness.mean(0)) / likeness.std(0)
    left_out, found = places(divisions), collections.defaultdict(list)
    for i, word in enumerate(words):
        for field in np.argsort(-likeness[i])[:FIELDS]:
            weight = round(float(likeness[i][field]) - CLOSE, 1)
            if weight > 0 and word not in left_out:
                found[field].append((-weight, word))
    with open(lexicon, "w", encoding="utf-8") as file:
        file.write("\t".join(head) + "\n")
        for field, line in enumerate(lines):
            file.write("\t".join(line[:3] + [" ".join(f"{word}:{-weight:.1f}" for weight, word in sorted(found[field]))]) + "\n")


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    main(*sys.argv[1:])
