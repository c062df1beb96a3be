namespace Yipanqi.Web.Database;

public enum DatabaseKind
{
    Sqlite,
    PostgreSql,
}
