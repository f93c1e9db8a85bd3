"""What the libraries of other programs find in a file: count.py FORMAT PATH prints it as JSON.

Each library checks what it can; a file that it does not take as it stands ends this with an error.
"""

import json
import sqlite3
import sys


def gexf(path):
    import networkx

    graph = networkx.read_gexf(path)
    return {"nodes": graph.number_of_nodes(), "links": graph.number_of_edges()}


def graphml(path):
    import igraph
    import networkx

    graph = networkx.read_graphml(path)
    other = igraph.Graph.Read_GraphML(path)
    assert other.vcount() == graph.number_of_nodes(), "igraph and networkx differ"
    assert other.ecount() == graph.number_of_edges(), "igraph and networkx differ"
    return {"nodes": graph.number_of_nodes(), "links": graph.number_of_edges()}


def ftm(path):
    from followthemoney import model

    entities = {}
    with open(path, encoding="utf-8") as file:
        for line in file:
            data = json.loads(line)
            # Uncleaned values are cleaned one by one: what the model drops would be missing.
            entity = model.get_proxy(data, cleaned=False)
            told = sum(len(values) for values in data["properties"].values())
            kept = sum(len(entity.get(prop)) for prop in entity.properties)
            assert told == kept, f"{entity.schema.name} lost a value: {data}"
            try:
                entity.schema.validate(data)
            except Exception as error:
                raise AssertionError(f"{data}: {getattr(error, 'errors', error)}") from error
            entities[entity.id] = entity
    for entity in entities.values():
        for prop, value in entity.itervalues():
            if prop.type.name == "entity":
                other = entities[value].schema
                assert prop.range is None or other.is_a(prop.range), f"{prop} is a {other.name}"
    links = sum(1 for entity in entities.values() if entity.schema.edge)
    return {"nodes": len(entities) - links, "links": links}


def stix(path):
    import stix2
    from stix2validator import ValidationOptions, validate_file

    found = validate_file(path, ValidationOptions(version="2.1"))
    assert found.is_valid, [str(error) for one in found.object_results for error in one.errors]
    with open(path, encoding="utf-8") as file:
        bundle = stix2.parse(file.read(), allow_custom=True)
    types = [one["type"] for one in bundle.objects]
    links = types.count("relationship")
    # Beside the things, a bundle holds its author and its extension.
    return {"nodes": len(types) - links - 2, "links": links}


def geojson(path):
    import geojson as library

    with open(path, encoding="utf-8") as file:
        collection = library.load(file)
    assert collection.is_valid, collection.errors()
    return {"nodes": len(collection.features)}


def sqlite(path):
    database = sqlite3.connect(path)
    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    count = lambda table: database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    return {"nodes": count("nodes"), "links": count("relationships"), "quotes": count("quotes")}


def xlsx(path):
    import openpyxl

    book = openpyxl.load_workbook(path)
    for sheet in book:
        for row in sheet.iter_rows():
            assert all(cell.data_type != "f" for cell in row), "a text became a formula"
    return {sheet.title: sheet.max_row - 1 for sheet in book}


print(json.dumps(globals()[sys.argv[1]](sys.argv[2])))
