using Microsoft.EntityFrameworkCore;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Tests.Support;
using static Yipanqi.Web.Tests.Modules.Assessment.AssessmentGround;
using PeerGroup = Yipanqi.Web.Access.PeerGroup;
using Track = Yipanqi.Web.Access.Track;

namespace Yipanqi.Web.Tests.Modules.Assessment;

/// <summary>Incremental equals full, bit for bit: random trees, links, schemes and changes on both databases.</summary>
public sealed class UpdatePreviewTests
{
    private const int Rounds = 3;
    private static readonly string[] Codes = ["P1", "P2", "PM", "PH", "PS", "PR", "B1", "BM", "BD"];

    [Theory]
    [InlineData(DatabaseKind.Sqlite, 1, SchemeScaling.Goalposts)]
    [InlineData(DatabaseKind.Sqlite, 2, SchemeScaling.Percentile)]
    [InlineData(DatabaseKind.Sqlite, 3, SchemeScaling.MinMax)]
    [InlineData(DatabaseKind.Sqlite, 4, SchemeScaling.Goalposts)]
    [InlineData(DatabaseKind.PostgreSql, 5, SchemeScaling.Goalposts)]
    [InlineData(DatabaseKind.PostgreSql, 6, SchemeScaling.Percentile)]
    public async Task Gives_what_a_full_run_gives_bit_for_bit(DatabaseKind kind, int seed, SchemeScaling scaling)
    {
        using var ground = await FoundAsync(kind);
        var random = new SeededRandom((ulong)seed);
        var units = await GrowAsync(ground, random);
        var scheme = await ground.PublishSchemeAsync(Scheme(scaling));
        await ReportAsync(ground, units, random, units.Count * 6);
        await ground.RunAsync(Q3, scheme);

        var moved = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var before = await ground.ContentAsync();
            await ReportAsync(ground, units, random, 1 + (int)(6 * random.NextDouble()));
            await TakeAwayAsync(ground, random);
            await AdjustAsync(ground, units, random);
            var answer = (await ground.UpdateAsync()).Value;
            var incremental = await ground.ContentAsync();
            await ground.RunAsync(Q3, scheme);
            var full = await ground.ContentAsync();

            answer.IsFullRun.ShouldBeFalse($"seed {seed}, round {round}");
            moved += incremental.Except(before).Count();
            incremental.Except(full).ShouldBeEmpty($"seed {seed}, round {round}");
            full.Except(incremental).ShouldBeEmpty($"seed {seed}, round {round}");
        }

        moved.ShouldBeGreaterThan(0);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Is_sealed_when_published_and_recomputes_to_the_same_bytes(DatabaseKind kind)
    {
        using var ground = await FoundAsync(kind);
        var random = new SeededRandom(7);
        var units = await GrowAsync(ground, random);
        var preview = await ground.RunAsync(Q3, await ground.PublishSchemeAsync(Scheme(SchemeScaling.Goalposts)));
        await ReportAsync(ground, units, random, 40);
        await ground.UpdateAsync();

        var published = await ground.TryPublishAsync(preview);

        published.Refusals.ShouldBeEmpty();
        (await ground.RecomputeAsync(preview)).IsSame.ShouldBeTrue();
        (await ReadAsync(ground, db => db.Set<UnitFigure>().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Touches_the_organisation_and_those_above_it_and_no_other()
    {
        using var ground = await FoundAsync(DatabaseKind.Sqlite);
        var c = ground.Committee;
        await ground.AssessAsync(c.First, c.Second, c.Branch, c.OtherBranch);
        await ground.RunAsync(Q3, await ground.PublishSchemeAsync(SmallScheme()));

        await MarkedAsync(ground, (c.Branch, "P1", Rate(1, 2)));
        var party = (await ground.UpdateAsync()).Value;
        await MarkedAsync(ground, (c.Department, "B1", Rate(1, 2)));
        var business = (await ground.UpdateAsync()).Value;
        var again = (await ground.UpdateAsync()).Value;

        party.ShouldBe(new UpdatePreview.Answer(2, 4, false));
        business.Organisations.ShouldBe(2);
        again.ShouldBe(new UpdatePreview.Answer(0, 0, false));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Makes_the_full_run_where_units_changed(DatabaseKind kind)
    {
        using var ground = await FoundAsync(kind);
        var c = ground.Committee;
        await ground.AssessAsync(c.First, c.Branch);
        var preview = await ground.RunAsync(Q3, await ground.PublishSchemeAsync(SmallScheme()));
        ground.Clock.Advance(TimeSpan.FromMinutes(1));
        await ground.Database.UnitOfWork.WriteAsync<bool>(
            c.TenantId,
            async db =>
            {
                (await db.Set<Unit>().SingleAsync(u => u.Id == c.OtherBranch.Id)).Assess(true, null);
                await db.SaveAsync(new Change(null, ground.Clock.UtcNow, "unit.edited", nameof(Unit), c.OtherBranch.Id), default);
                return true;
            },
            default);
        await MarkedAsync(ground, (c.Branch, "P1", Rate(1, 2)));

        var answer = (await ground.UpdateAsync()).Value;

        answer.IsFullRun.ShouldBeTrue();
        (await ReadAsync(ground, db => db.Set<AssessmentSnapshot>().SingleAsync())).ShouldSatisfyAllConditions(s => s.Id.ShouldNotBe(preview), s => s.Organisations.ShouldBe(3));
        (await ReadAsync(ground, db => db.Set<PreviewMark>().CountAsync())).ShouldBe(0);
    }

    private static SchemeDefinition Scheme(SchemeScaling scaling) => SmallScheme() with
    {
        Nodes =
        [
            .. SmallScheme().Nodes.Take(3), Item("P1", "P", PoolOver.Party) is var first ? first with { Item = first.Item! with { Scaling = scaling } } : first, Item("P2", "P", PoolOver.Party),
            Item("PM", "P", PoolOver.Party, FigureKind.Median), Item("PH", "P", PoolOver.Party, FigureKind.MinHop),
            Item("PS", "P", PoolOver.Party) is var share ? share with { Item = share.Item! with { Weighted = true } } : share,
            Item("PR", "P", PoolOver.Party, FigureKind.Mean) is var rated ? rated with { Item = rated.Item! with { RatingSteps = 5, Floor = 1, Target = 5 } } : rated,
            Item("B1", "B", PoolOver.Administrative), Item("BM", "B", PoolOver.Administrative, FigureKind.Median), Item("BD", "B", PoolOver.Administrative, FigureKind.Difference),
        ],
    };

    // Up to five levels; some units in between are not assessed, some organisations have no link, some have two, one inside another.
    private static async Task<List<Unit>> GrowAsync(AssessmentGround ground, SeededRandom random)
    {
        var c = ground.Committee;
        var (party, administrative) = (new List<Unit> { c.Root }, new List<Unit> { c.Organs });
        var links = new List<UnitLink>();
        var groups = Enumerable.Range(0, 3).Select(i => PeerGroup.New(c.TenantId, "组" + i, i)).ToList();
        for (var i = 0; i < 40; i++)
        {
            var (above, beside) = (party[(int)(random.NextDouble() * party.Count)], administrative[(int)(random.NextDouble() * administrative.Count)]);
            party.Add(Unit.New(c.TenantId, $"X{i:00}", $"党组织{i}", Track.Party, above));
            administrative.Add(Unit.New(c.TenantId, $"Y{i:00}", $"单位{i}", Track.Administrative, beside));
            party[^1].Assess(random.NextDouble() < .8, random.NextDouble() < .9 ? groups[(int)(random.NextDouble() * 3)].Id : null);
            administrative[^1].Assess(random.NextDouble() < .1, groups[0].Id);
            for (var n = random.NextDouble(); n < .8; n += .5)
            {
                links.Add(UnitLink.Between(party[^1], administrative[1 + (int)(random.NextDouble() * (administrative.Count - 1))]));
            }
        }

        await ground.ChangeAsync(db =>
        {
            db.AttachRange(c.Root, c.Organs);
            db.AddRange(groups);
            db.AddRange(party.Skip(1));
            db.AddRange(administrative.Skip(1));
            db.AddRange(links.DistinctBy(l => (l.PartyUnitId, l.AdministrativeUnitId)));
            return Task.CompletedTask;
        });
        return [.. party.Skip(1), .. administrative.Skip(1)];
    }

    private static Task ReportAsync(AssessmentGround ground, List<Unit> units, SeededRandom random, int count) => MarkedAsync(
        ground, [.. Enumerable.Range(0, count).Select(_ => (units[(int)(random.NextDouble() * units.Count)], Codes[(int)(random.NextDouble() * Codes.Length)])).Distinct()
            .Select(p => (p.Item1, p.Item2, Figure(p.Item2, random)))]);

    private static Task TakeAwayAsync(AssessmentGround ground, SeededRandom random) => ground.ChangeAsync(async db =>
    {
        var all = await db.Set<Observation>().OrderBy(o => o.UnitId).ThenBy(o => o.ItemCode).ToListAsync();
        var one = all[(int)(random.NextDouble() * all.Count)];
        await db.RemoveObservationAsync(one.QuarterKey, one.UnitId, one.ItemCode, default);
    });

    private static Task AdjustAsync(AssessmentGround ground, List<Unit> units, SeededRandom random) => ground.ChangeAsync(db =>
    {
        var (unit, veto) = (units[(int)(random.NextDouble() * units.Count)], random.NextDouble() < .3);
        var adjustment = Adjustment.Enter(
            db.TenantId, Q3, unit.Id, veto ? AdjustmentKind.Veto : AdjustmentKind.Deduction, veto ? 0 : 1 + (int)(300 * random.NextDouble()), "通报批评。", "示办〔2026〕7号",
            ground.Lead.PersonId, ground.Clock.UtcNow);
        adjustment.Confirm(ground.Colleague.PersonId, ground.Clock.UtcNow);
        db.Add(adjustment);
        db.AddRange(PreviewMark.Of(db.TenantId, Q3, [unit.Id]));
        return Task.CompletedTask;
    });

    private static Reported Figure(string code, SeededRandom random)
    {
        var luck = random.NextDouble();
        double Due() => 5 + Math.Floor(20 * random.NextDouble());
        double[] Several(int n) => [.. Enumerable.Range(0, n).Select(_ => Due())];
        if (luck < .15)
        {
            return new Reported(null, Absence: (AbsenceReason)(1 + (int)(4 * random.NextDouble())));
        }

        var due = Several(code == "BD" ? 2 : 2 + (int)(3 * random.NextDouble()));
        return code switch
        {
            "PM" or "BM" => luck < .4 ? new Reported(Due() / 30, SampleSize: Due()) : new Reported(null, Parts: new ObservationParts { Records = [.. Several(3).Select(r => r / 30)] }.Write()),
            "PH" or "BD" => new Reported(null, Parts: new ObservationParts { Met = [.. due.Select(d => Math.Floor(d * random.NextDouble()))], Due = due }.Write()),
            "PR" => new Reported(null, Parts: new ObservationParts { Ratings = [.. Several(5).Select(r => (int)r)] }.Write()),
            "PS" => new Reported(null, 3, 7, Parts: new ObservationParts { EffectiveSize = Due() }.Write()),
            _ when luck < .25 => new Reported(random.NextDouble()),
            _ => Rate(Math.Floor(5 * random.NextDouble()), Due()),
        };
    }

    private static async Task MarkedAsync(AssessmentGround ground, params (Unit Unit, string Item, Reported Reported)[] figures)
    {
        await ground.ReportAsync(Q3, figures);
        await ground.ChangeAsync(db =>
        {
            db.AddRange(PreviewMark.Of(db.TenantId, Q3, figures.Select(f => f.Unit.Id)));
            return Task.CompletedTask;
        });
    }

    private static Task<T> ReadAsync<T>(AssessmentGround ground, Func<YipanqiDb, Task<T>> read) =>
        ground.Database.UnitOfWork.ReadAsync(ground.Committee.TenantId, read, default);
}
