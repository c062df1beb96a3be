using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Database;

public sealed class MigrationTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public void Give_the_schema_that_the_model_describes(DatabaseKind kind)
    {
        using var migrated = new TestDatabase(kind);
        using var described = EmptyDatabase.Create(kind);
        described.Db.Database.EnsureCreated();

        var expected = SchemaCatalog.Read(described.Db, kind);
        var actual = SchemaCatalog.Read(OwnerOf(migrated), kind);

        actual.Except(expected).ShouldBeEmpty("in the migrations, not in the model");
        expected.Except(actual).ShouldBeEmpty("in the model, not in the migrations");
        actual.Count.ShouldBeGreaterThan(60);
    }

    [Fact]
    public void Are_told_apart_from_a_model_that_differs_in_one_index()
    {
        using var described = EmptyDatabase.Create(DatabaseKind.Sqlite);
        described.Db.Database.EnsureCreated();
        var before = SchemaCatalog.Read(described.Db, DatabaseKind.Sqlite);

        described.Db.Database.ExecuteSqlRaw("DROP INDEX ux_unit_code");

        before.Except(SchemaCatalog.Read(described.Db, DatabaseKind.Sqlite)).Single().ShouldContain("ux_unit_code");
    }

    private static YipanqiDb OwnerOf(TestDatabase database) =>
        new(DatabaseServices.Options(database.Kind, database.OwnerConnectionString.Length > 0 ? database.OwnerConnectionString : database.ConnectionString), UnitOfWork.NoTenant);
}
