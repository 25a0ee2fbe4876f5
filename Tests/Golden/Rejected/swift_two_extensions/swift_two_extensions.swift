import ExtensionSpec

Extension("one", version: "1")
for name in ["two", "three"] { Extension(name, version: "1") }
