import CodeText
import Model

/// `.github/workflows/ci.yml`, the user's own; written once.
func workflow(_ model: ExtensionModel) -> Code<YAML> {
    #"""
    # Is what is generated up to date, and do the tests pass on every PostgreSQL? The repository that has
    # dynpgext-gen and the loader stands in the variable DYNPGEXT_GEN (Settings, Secrets and variables, Actions,
    # Variables), as in somebody/dynpgext-gen.
    name: ci
    on: [push, pull_request]
    permissions:
      contents: read
    jobs:
      check:
        runs-on: ubuntu-24.04
        steps:
          - uses: actions/checkout@v4
          - uses: actions/checkout@v4
            with:
              repository: ${{ vars.DYNPGEXT_GEN }}
              path: .dynpgext-gen
          - name: build dynpgext-gen
            run: make -C .dynpgext-gen install PREFIX="$HOME/.local"
          - name: generated files
            run: ~/.local/bin/dynpgext-gen check --format github
      test:
        runs-on: ubuntu-24.04
        strategy:
          fail-fast: false
          matrix:
            postgresql: [\#(list(model.majors.map { "\($0)" }, separator: ", "))]
        env:
          PG_CONFIG: /usr/lib/postgresql/${{ matrix.postgresql }}/bin/pg_config
        steps:
          - uses: actions/checkout@v4
          - uses: actions/checkout@v4
            with:
              repository: ${{ vars.DYNPGEXT_GEN }}
              path: .dynpgext-gen
          - name: install PostgreSQL
            run: |
              sudo apt-get update
              sudo apt-get install -y postgresql-common libipc-run-perl
              sudo /usr/share/postgresql-common/pgdg/apt.*.sh -y
              sudo apt-get install -y postgresql-${{ matrix.postgresql }} postgresql-server-dev-${{ matrix.postgresql }}
          - name: install the loader
            run: sudo make -C .dynpgext-gen/loader PG_CONFIG="$PG_CONFIG" with_llvm=no install
          - name: build
            run: make COPT=-Werror
          - name: exports
            run: make check-exports
          - name: tests
            run: make installcheck
    """#
}
