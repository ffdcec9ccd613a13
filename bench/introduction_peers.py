"""How others would find who fits whom: numpy over everybody, a k-d tree, a polars join, and SQL."""

import sqlite3
import time

import numpy as np

from connecting_people.introductions.kernel import People

Array = np.ndarray
CELL = 5.0


class Brute:
    """Everybody against everybody: a product of matrices, and a mask for the distance."""

    def __init__(self, people: People, best: int) -> None:
        self.people, self.best = people, best
        self.table = np.zeros((len(people.x), people.kinds), np.float32)
        self.table[np.repeat(np.arange(len(people.x)), np.diff(people.starts)), people.interests] = 1

    def of(self, some: Array) -> list[Array]:
        """Return the best for some people."""
        at_once = max(1, 20_000_000 // len(self.people.x))
        return [one for at in range(0, len(some), at_once) for one in self._part(some[at : at + at_once])]

    def _part(self, part: Array) -> list[Array]:
        p = self.people
        shared = self.table[part] @ self.table.T
        apart = (p.x[part, None] - p.x) ** 2 + (p.y[part, None] - p.y) ** 2
        shared[apart > p.reach[part, None] ** 2] = 0
        shared[np.arange(len(part)), part] = 0
        return [top(np.nonzero(row)[0], row, far, self.best) for row, far in zip(shared, apart, strict=True)]


class Tree:
    """scipy's k-d tree for who is near, and bits counted by numpy."""

    def __init__(self, people: People, best: int) -> None:
        from scipy.spatial import cKDTree

        begin = time.perf_counter()
        self.people, self.best = people, best
        self.points = np.column_stack([people.x, people.y])
        self.tree = cKDTree(self.points)
        self.words = np.zeros((len(people.x), (people.kinds + 63) // 64), np.uint64)
        person = np.repeat(np.arange(len(people.x)), np.diff(people.starts))
        bits = np.left_shift(np.uint64(1), (people.interests & 63).astype(np.uint64))
        np.bitwise_or.at(self.words, (person, people.interests >> 6), bits)
        self.built = time.perf_counter() - begin

    def of(self, some: Array) -> list[Array]:
        """Return the best for some people."""
        return [self._one(int(person)) for person in some]

    def _one(self, person: int) -> Array:
        p = self.people
        near = np.array(self.tree.query_ball_point(self.points[person], p.reach[person] * 1.000001))
        apart = (p.x[near] - p.x[person]) ** 2 + (p.y[near] - p.y[person]) ** 2
        shared = np.bitwise_count(self.words[near] & self.words[person]).sum(axis=1)
        kept = np.nonzero((shared > 0) & (apart <= p.reach[person] ** 2) & (near != person))[0]
        return near[top(kept, shared, apart, self.best, near)]


def top(kept: Array, shared: Array, apart: Array, best: int, names: Array | None = None) -> Array:
    """Return those of `kept` who share most, the nearer first."""
    given = names if names is not None else np.arange(len(shared))
    return kept[np.lexsort((given[kept], apart[kept], -shared[kept].astype(int)))[:best]]


class Join:
    """A polars join on cell and interest; as many people at once as fit into memory."""

    def __init__(self, people: People, best: int) -> None:
        import polars as pl

        begin = time.perf_counter()
        self.people, self.best, count = people, best, len(people.x)
        person = np.repeat(np.arange(count), np.diff(people.starts)).astype(np.int32)
        row, column = (people.y // CELL).astype(np.int32), (people.x // CELL).astype(np.int32)
        place = {"person": person, "interest": people.interests, "row": row[person], "column": column[person]}
        points = {"person": np.arange(count, dtype=np.int32), "x": people.x, "y": people.y}
        around = pl.DataFrame({"down": np.repeat(np.arange(-2, 3), 5), "across": np.tile(np.arange(-2, 3), 5)})
        self.points, self.posted = pl.DataFrame(points).lazy(), pl.DataFrame(place).lazy()
        self.around = around.cast(pl.Int32).lazy()
        self.built = time.perf_counter() - begin

    def of(self, some: Array) -> list[Array]:
        """Return the best for some people."""
        return [one for at in range(0, len(some), 10_000) for one in self._part(some[at : at + 10_000])]

    def _part(self, part: Array) -> list[Array]:
        import polars as pl

        mine = self.posted.filter(pl.col("person").is_in(part.tolist())).join(self.around, how="cross")
        mine = mine.with_columns(row=pl.col("row") + pl.col("down"), column=pl.col("column") + pl.col("across"))
        pairs = mine.join(self.posted, on=["interest", "row", "column"], suffix="_other")
        pairs = pairs.filter(pl.col("person") != pl.col("person_other"))
        pairs = pairs.group_by("person", "person_other").agg(pl.len().cast(pl.Int32).alias("shared"))
        pairs = pairs.join(self.points, on="person")
        pairs = pairs.join(self.points, left_on="person_other", right_on="person", suffix="_other")
        far = (pl.col("x") - pl.col("x_other")) ** 2 + (pl.col("y") - pl.col("y_other")) ** 2
        near = pairs.with_columns(apart=far).filter(pl.col("apart") <= float(self.people.reach[0]) ** 2)
        ranked = near.sort(["person", "shared", "apart", "person_other"], descending=[False, True, False, False])
        found = ranked.group_by("person", maintain_order=True).head(self.best).collect()
        groups: dict[int, list[int]] = {}
        for one, other in zip(found["person"].to_list(), found["person_other"].to_list(), strict=True):
            groups.setdefault(one, []).append(other)
        return [np.array(groups.get(int(one), [])) for one in part]


def store(base: sqlite3.Connection, people: People) -> None:
    """Keep people twice: in one covering index by interest and cell, and in tables as models would have them."""
    person = np.repeat(np.arange(len(people.x)), np.diff(people.starts)).tolist()
    interest = people.interests.tolist()
    x, y = people.x.tolist(), people.y.tolist()
    base.execute(
        "CREATE TABLE posted (interest INT, row INT, col INT, person INT, x REAL, y REAL,"
        " PRIMARY KEY (interest, row, col, person)) WITHOUT ROWID"
    )
    rows = ((i, int(y[p] // CELL), int(x[p] // CELL), p, x[p], y[p]) for i, p in zip(interest, person, strict=True))
    base.executemany("INSERT INTO posted VALUES (?, ?, ?, ?, ?, ?)", sorted(rows))
    base.execute("CREATE TABLE person (id INTEGER PRIMARY KEY, x REAL, y REAL)")
    base.executemany("INSERT INTO person VALUES (?, ?, ?)", zip(range(len(x)), x, y, strict=True))
    base.execute("CREATE TABLE wish (id INTEGER PRIMARY KEY, person_id INT REFERENCES person, interest_id INT)")
    base.executemany("INSERT INTO wish (person_id, interest_id) VALUES (?, ?)", zip(person, interest, strict=True))
    base.execute("CREATE INDEX wish_person ON wish (person_id)")
    base.execute("CREATE INDEX wish_interest ON wish (interest_id)")
    base.execute("ANALYZE")


_BY_CELLS = """
SELECT person, count(*) AS shared, (x - :x) * (x - :x) + (y - :y) * (y - :y) AS apart
FROM json_each(:interests) AS mine CROSS JOIN json_each(:rows) AS band CROSS JOIN posted
WHERE posted.interest = mine.value AND posted.row = band.value AND posted.col BETWEEN :west AND :east
AND person <> :person AND (x - :x) * (x - :x) + (y - :y) * (y - :y) <= :reach * :reach
GROUP BY person ORDER BY shared DESC, apart, person LIMIT :best
"""
_BY_MODELS = """
SELECT other.id, count(*) AS shared, (other.x - me.x) * (other.x - me.x) + (other.y - me.y) * (other.y - me.y) AS apart
FROM person AS me JOIN wish AS mine ON mine.person_id = me.id
JOIN wish AS theirs ON theirs.interest_id = mine.interest_id JOIN person AS other ON other.id = theirs.person_id
WHERE me.id = :person AND other.id <> :person
AND (other.x - me.x) * (other.x - me.x) + (other.y - me.y) * (other.y - me.y) <= :reach * :reach
GROUP BY other.id ORDER BY shared DESC, apart, other.id LIMIT :best
"""


def by_cells(base: sqlite3.Connection, people: People, person: int, best: int) -> list[int]:
    """Return one person's best from the covering index."""
    x, y = float(people.x[person]), float(people.y[person])
    row, column = int(y // CELL), int(x // CELL)
    interests = people.interests[people.starts[person] : people.starts[person + 1]].tolist()
    given = {"x": x, "y": y, "person": person, "reach": float(people.reach[person]), "best": best}
    given |= {"west": column - 2, "east": column + 2, "interests": str(interests)}
    return [one for one, *_ in base.execute(_BY_CELLS, given | {"rows": str(list(range(row - 2, row + 3)))})]


def by_models(base: sqlite3.Connection, people: People, person: int, best: int) -> list[int]:
    """Return one person's best as tables of people and wishes are joined."""
    given = {"person": person, "reach": float(people.reach[person]), "best": best}
    return [one for one, *_ in base.execute(_BY_MODELS, given)]
