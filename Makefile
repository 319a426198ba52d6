# Work on the database model. Usage: make migration NAME=AddSomething
APP = src/Lapwing
EF = dotnet ef migrations --project $(APP) --no-build

.PHONY: migration squash pending measures bench
migration:
	@test -n "$(NAME)" || (echo "Say what it does: make migration NAME=AddSomething" && exit 2)
	dotnet tool restore && dotnet build $(APP)
	$(EF) add $(NAME) --context SqliteHouseDb -o Data/Sqlite/Migrations/House
	$(EF) add $(NAME) --context PostgresHouseDb -o Data/Postgres/Migrations/House
	$(EF) add $(NAME) --context SqlitePartnershipDb -o Data/Sqlite/Migrations/Partnership
	$(EF) add $(NAME) --context PostgresPartnershipDb -o Data/Postgres/Migrations/Partnership

# Before the first release the model is one migration: make squash draws it anew.
squash:
	rm -rf $(APP)/Data/Sqlite/Migrations $(APP)/Data/Postgres/Migrations
	$(MAKE) migration NAME=First

# Fails when the model has changes without a migration.
pending:
	for context in SqliteHouseDb PostgresHouseDb SqlitePartnershipDb PostgresPartnershipDb; do \
	  $(EF) has-pending-model-changes --context $$context || exit 1; done

# Writes docs/measures.md from the catalogue of measures.
measures:
	dotnet build tests/Lapwing.Tests
	LAPWING_WRITE_MEASURES=1 dotnet tests/Lapwing.Tests/bin/Debug/net10.0/Lapwing.Tests.dll -class Lapwing.Tests.Modules.Figures.MeasureDocumentTests

# Side by side with what it should be, on SQLite and, where LAPWING_BENCH_POSTGRES names a server, on PostgreSQL.
SIZE ?= 100000
bench:
	dotnet run --project bench/Lapwing.Bench -c Release -- --referrals $(SIZE) --report bench/last-run.md
