using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Database;

public sealed class ShardingRulesTests
{
    [Theory]
    [InlineData("SELECT u.id FROM unit AS u WHERE u.id = @id", "a lookup by id alone")]
    [InlineData("SELECT u.id FROM unit AS u LEFT JOIN person AS p ON u.id = p.id WHERE u.tenant_id = @t", "a join without tenant")]
    [InlineData("SELECT u.id FROM unit AS u WHERE u.tenant_id = @t AND EXISTS (SELECT 1 FROM post AS p WHERE p.unit_id = u.id)", "a subquery without tenant")]
    [InlineData("DELETE FROM unit AS u WHERE u.path = @p", "a set deleted over all tenants")]
    [InlineData("UPDATE unit SET name = @n WHERE id = @id", "a row changed by id alone")]
    [InlineData("UPDATE unit SET name = @n WHERE tenant_id = @t AND id = @id;\nUPDATE unit SET name = @n WHERE id = @id", "the second of two")]
    [InlineData("UPDATE unit SET name = @n, at = now() WHERE tenant_id = @t AND id = @id", "a time of the shard")]
    [InlineData("SELECT u.kind, count(*) FROM unit AS u WHERE u.tenant_id = @t GROUP BY ROLLUP (u.kind)", "a roll-up")]
    [InlineData("SELECT u.kind, count(*) FROM unit AS u WHERE u.tenant_id = @t GROUP BY GROUPING SETS ((u.kind), ())", "a roll-up by another name")]
    [InlineData("SELECT u.id FROM unit AS u WHERE u.tenant_id = @t AND u.xmin = @v", "a version that a moved shard changes")]
    [InlineData("INSERT INTO unit (tenant_id, id) VALUES (@t, uuidv7())", "an id of the shard")]
    [InlineData("UPDATE unit SET day = CURRENT_DATE WHERE tenant_id = @t AND id = @id", "a day of the shard")]
    [InlineData("SELECT set_config('app.tenant', @t, false)", "a tenant that outlives the transaction")]
    [InlineData("WITH RECURSIVE below AS (SELECT u.id, u.tenant_id FROM unit AS u WHERE u.tenant_id = @t UNION ALL SELECT c.id, c.tenant_id FROM unit AS c JOIN below AS b ON c.parent_id = b.id) SELECT b.id FROM below AS b", "the second arm of a recursion")]
    [InlineData("SELECT u.id FROM unit AS u WHERE u.id = @id FOR UPDATE", "a lock over all tenants")]
    public void Find_what_would_not_run_on_shards(string sql, string why) => ShardingRules.FaultsOf(sql).ShouldNotBeEmpty(why);

    [Theory]
    [InlineData("SELECT u.id FROM unit AS u WHERE u.tenant_id = @t AND u.path >= @from")]
    [InlineData("""SELECT u.id FROM unit AS u LEFT JOIN (SELECT p.id, p.tenant_id FROM person AS p WHERE p.tenant_id = @t) AS p0 ON u.tenant_id = p0.tenant_id WHERE u.tenant_id = @t""")]
    [InlineData("UPDATE unit SET name = @n WHERE tenant_id = @t AND id = @id")]
    [InlineData("INSERT INTO unit (tenant_id, id) VALUES (@p0, @p1)")]
    [InlineData("SELECT a.id FROM account AS a WHERE a.normalized_user_name = 'NOW()'")]
    [InlineData("INSERT INTO peer_group (id, tenant_id) VALUES (@p0, @p1);\nUPDATE unit SET name = @n\nWHERE id = @id AND tenant_id = @t;")]
    [InlineData("SELECT u.id FROM unit AS u WHERE FALSE")]
    [InlineData("SELECT d.id FROM domain AS d")]
    public void Find_nothing_in_what_keeps_them(string sql) => ShardingRules.FaultsOf(sql).ShouldBeEmpty();
}
