using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Search;
using Yipanqi.Web.Tests.Support;
using static Yipanqi.Web.Tests.Modules.Assessment.AssessmentGround;

namespace Yipanqi.Web.Tests.Modules.Assessment;

public sealed class SchemeReviewTests
{
    private static readonly DateTime Now = new(2026, 10, 12, 0, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Author = Guid.CreateVersion7();
    private static readonly Guid Other = Guid.CreateVersion7();

    public static TheoryData<SchemeStatus, string, SchemeStatus?> Transitions => new()
    {
        { SchemeStatus.Draft, "redraft", SchemeStatus.Draft },
        { SchemeStatus.Draft, "submit", SchemeStatus.Submitted },
        { SchemeStatus.Draft, "withdraw", null },
        { SchemeStatus.Draft, "pass", null },
        { SchemeStatus.Draft, "return", null },
        { SchemeStatus.Draft, "publish", null },
        { SchemeStatus.Submitted, "redraft", null },
        { SchemeStatus.Submitted, "submit", null },
        { SchemeStatus.Submitted, "withdraw", SchemeStatus.Draft },
        { SchemeStatus.Submitted, "pass", SchemeStatus.Reviewed },
        { SchemeStatus.Submitted, "return", SchemeStatus.Draft },
        { SchemeStatus.Submitted, "publish", null },
        { SchemeStatus.Reviewed, "redraft", null },
        { SchemeStatus.Reviewed, "submit", null },
        { SchemeStatus.Reviewed, "withdraw", SchemeStatus.Draft },
        { SchemeStatus.Reviewed, "pass", null },
        { SchemeStatus.Reviewed, "return", null },
        { SchemeStatus.Reviewed, "publish", SchemeStatus.Published },
        { SchemeStatus.Published, "redraft", null },
        { SchemeStatus.Published, "submit", null },
        { SchemeStatus.Published, "withdraw", null },
        { SchemeStatus.Published, "pass", null },
        { SchemeStatus.Published, "return", null },
        { SchemeStatus.Published, "publish", null },
    };

    [Theory, MemberData(nameof(Transitions))]
    public void Goes_from_state_to_state_by_its_table_alone(SchemeStatus from, string act, SchemeStatus? to)
    {
        var scheme = In(from);

        var done = Try(scheme, act);

        done.ShouldBe(to is not null);
        scheme.Status.ShouldBe(to ?? from);
    }

    [Fact]
    public void Is_never_reviewed_by_its_author_nor_returned_without_a_reason()
    {
        Should.Throw<InvalidOperationException>(() => In(SchemeStatus.Submitted).Review(true, "", Author, [], Now));
        Should.Throw<InvalidOperationException>(() => In(SchemeStatus.Submitted).Review(true, "", Other, [Other], Now));
        Should.Throw<InvalidOperationException>(() => In(SchemeStatus.Submitted).Review(false, "", Other, [], Now));
    }

    [Fact]
    public void Needs_no_review_as_it_ships_and_one_as_soon_as_it_is_changed()
    {
        var shipped = Scheme.Draft(Guid.NewGuid(), DefaultScheme.Definition, 1, Author, Now);
        var changed = Scheme.Draft(Guid.NewGuid(), DefaultScheme.Definition with { Name = "另一名称" }, 1, Author, Now);

        shipped.Publish(Author, Now);

        shipped.Status.ShouldBe(SchemeStatus.Published);
        Should.Throw<InvalidOperationException>(() => changed.Publish(Author, Now));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Is_refused_to_those_who_may_not_and_to_the_author(DatabaseKind kind)
    {
        using var ground = await FoundAsync(kind);
        var id = await ground.DraftSchemeAsync(SmallScheme());
        var reader = ground.Committee.FirstOfficer;
        var officer = ground.Committee.ActorAt(PostRole.WorkCommitteeOfficer, ground.Committee.Root);

        (await Submit(ground, reader, id)).Refusals.Single().Code.ShouldBe("scheme.denied");
        (await Submit(ground, ground.Colleague, id)).IsDone.ShouldBeTrue();

        (await Review(ground, reader, id, true)).Refusals.Single().Code.ShouldBe("review.denied");
        (await Review(ground, officer, id, true)).Refusals.Single().Code.ShouldBe("review.denied");
        (await Review(ground, ground.Colleague, id, true)).Refusals.Single().Code.ShouldBe("review.author");
        (await Publish(ground, ground.Colleague, id)).Refusals.Single().Code.ShouldBe("scheme.unreviewed");
        (await Review(ground, ground.Lead, id, true)).IsDone.ShouldBeTrue();
        (await Publish(ground, ground.Colleague, id)).IsDone.ShouldBeTrue();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Is_refused_to_everybody_who_wrote_a_single_step(DatabaseKind kind)
    {
        using var ground = await FoundAsync(kind);
        var id = await ground.DraftSchemeAsync(SmallScheme());
        var edit = new EditDraft(ground.Database.UnitOfWork, ground.Clock);
        (await edit.RunAsync(ground.Lead, new(id, await Version(ground, id), new SetWeights(new Dictionary<string, double> { ["P1"] = 2 })), default)).IsDone.ShouldBeTrue();
        (await new UndoEdit(ground.Database.UnitOfWork, ground.Clock).RunAsync(ground.Lead, new(id, await Version(ground, id)), default)).IsDone.ShouldBeTrue();
        await Submit(ground, ground.Colleague, id);

        (await Review(ground, ground.Lead, id, true)).Refusals.Single().Code.ShouldBe("review.author");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Comes_back_with_the_reason_and_goes_again(DatabaseKind kind)
    {
        using var ground = await FoundAsync(kind);
        var id = await ground.DraftSchemeAsync(SmallScheme());
        await Submit(ground, ground.Colleague, id);

        (await Review(ground, ground.Lead, id, false)).Refusals.Single().Field.ShouldBe("Note");
        (await Review(ground, ground.Lead, id, false, "底线偏低")).IsDone.ShouldBeTrue();
        var returned = await ground.Schemes.FindAsync(ground.Colleague, id, default);
        await Submit(ground, ground.Colleague, id);
        var again = await ground.Schemes.FindAsync(ground.Colleague, id, default);

        (returned!.Line.Status, returned.Review.IsReturned, returned.Review.Note, returned.Review.ReviewedBy).ShouldBe((SchemeStatus.Draft, true, "底线偏低", "周明"));
        (again!.Line.Status, again.Review.Note).ShouldBe((SchemeStatus.Submitted, ""));
        (await JournalAsync(ground, id)).ShouldBe(["scheme.imported", "scheme.returned", "scheme.submitted", "scheme.submitted"]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Goes_on_as_one_open_version_that_begins_as_the_published_one(DatabaseKind kind)
    {
        using var ground = await FoundAsync(kind);
        var published = await ground.PublishSchemeAsync(SmallScheme());
        var draft = new DraftNewVersion(ground.Database.UnitOfWork, ground.Clock);

        var second = await draft.RunAsync(ground.Colleague, published, default);
        var third = await draft.RunAsync(ground.Colleague, published, default);
        var unchanged = await Submit(ground, ground.Colleague, second.Value);
        var view = await ground.Schemes.FindAsync(ground.Colleague, second.Value, default);
        (await new DiscardDraft(ground.Database.UnitOfWork, ground.Clock).RunAsync(ground.Colleague, second.Value, default)).IsDone.ShouldBeTrue();

        view!.Line.Number.ShouldBe(2);
        SchemeJson.Write(view.Definition).ShouldBe(SchemeJson.Write(SmallScheme()));
        third.Refusals.Single().Code.ShouldBe("scheme.open");
        unchanged.Refusals.Single().Code.ShouldBe("scheme.same");
        (await ground.Schemes.AllAsync(ground.Lead, SchemeFilter.None, default)).Select(l => l.Id).ShouldBe([published]);
    }

    [Fact]
    public async Task Of_another_tenant_is_as_absent_as_none()
    {
        using var ground = await FoundAsync(DatabaseKind.Sqlite);
        var id = await ground.DraftSchemeAsync(SmallScheme());
        var stranger = ground.Lead with { TenantId = Guid.CreateVersion7() };

        (await Submit(ground, stranger, id)).Refusals.Single().ShouldBe((await Submit(ground, ground.Lead, Guid.CreateVersion7())).Refusals.Single());
        (await ground.Schemes.FindAsync(stranger, id, default)).ShouldBeNull();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Is_found_as_a_draft_by_those_alone_who_may_open_one(DatabaseKind kind)
    {
        using var ground = await FoundAsync(kind);
        var id = await ground.DraftSchemeAsync(SmallScheme());
        var search = new SearchQuery(ground.Database.UnitOfWork, [new SchemeSearch()]);

        (await FoundBy(ground.Lead)).ShouldBe([id]);
        (await FoundBy(ground.Committee.FirstOfficer)).ShouldBeEmpty();
        await ground.PublishDraftAsync(id);
        (await FoundBy(ground.Committee.FirstOfficer)).ShouldBe([id]);

        async Task<IEnumerable<Guid>> FoundBy(Actor actor) => (await search.FindAsync(actor, SearchWords.Of("小方案"), 10, default)).SelectMany(g => g.Hits).Select(h => h.Id);
    }

    [Fact]
    public async Task Asks_for_a_signature_where_the_tracks_do_not_weigh_the_same()
    {
        using var ground = await FoundAsync(DatabaseKind.Sqlite);
        var uneven = SmallScheme() with { Nodes = [.. SmallScheme().Nodes.Select(n => n.Code == "P" ? n with { Weight = 2 } : n)] };
        var id = await ground.DraftSchemeAsync(uneven);
        var edit = new EditDraft(ground.Database.UnitOfWork, ground.Clock);
        var reason = new SignedReason("县级工委业务考评另有方案", "李静", new(2026, 10, 12));

        (await Submit(ground, ground.Colleague, id)).Refusals.Single().Code.ShouldBe("scheme.tracks");
        (await edit.RunAsync(ground.Colleague, new(id, await Version(ground, id), new SignUnequalTracks(reason)), default)).IsDone.ShouldBeTrue();
        var signed = SubmissionCheck.Of((await ground.Schemes.FindAsync(ground.Lead, id, default))!.Definition);
        await edit.RunAsync(ground.Colleague, new(id, await Version(ground, id), new SetWeights(new Dictionary<string, double> { ["P"] = 3 })), default);
        var lapsed = SubmissionCheck.Of((await ground.Schemes.FindAsync(ground.Lead, id, default))!.Definition);

        signed.ShouldBeEmpty();
        lapsed.Single().Code.ShouldBe("scheme.tracks");
    }

    [Fact]
    public async Task Loses_signatures_that_a_file_brings()
    {
        using var ground = await FoundAsync(DatabaseKind.Sqlite);
        var forged = SmallScheme() with { UnequalTracks = new SignedReason("代签", "别人", new(2026, 1, 1)) };

        var id = await ground.DraftSchemeAsync(forged);

        (await ground.Schemes.FindAsync(ground.Lead, id, default))!.Definition.UnequalTracks.ShouldBeNull();
    }

    private static Scheme In(SchemeStatus status)
    {
        var scheme = Scheme.Draft(Guid.NewGuid(), SmallScheme(), 1, Author, Now);
        string[] way = status switch
        {
            SchemeStatus.Submitted => ["submit"],
            SchemeStatus.Reviewed => ["submit", "pass"],
            SchemeStatus.Published => ["submit", "pass", "publish"],
            _ => [],
        };
        way.ShouldAllBe(act => Try(scheme, act));
        return scheme;
    }

    private static bool Try(Scheme scheme, string act)
    {
        try
        {
            Action run = act switch
            {
                "redraft" => () => scheme.Redraft(SmallScheme() with { Name = "改" }, Author, Now),
                "submit" => () => scheme.Submit(Author, Now),
                "withdraw" => scheme.Withdraw,
                "pass" => () => scheme.Review(true, "", Other, [Author], Now),
                "return" => () => scheme.Review(false, "底线偏低", Other, [Author], Now),
                _ => () => scheme.Publish(Author, Now),
            };
            run();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static Task<Outcome<Guid>> Submit(AssessmentGround ground, Actor actor, Guid id) => new SubmitScheme(ground.Database.UnitOfWork, ground.Clock).RunAsync(actor, id, default);

    private static Task<Outcome<Guid>> Publish(AssessmentGround ground, Actor actor, Guid id) => new PublishScheme(ground.Database.UnitOfWork, ground.Clock).RunAsync(actor, id, default);

    private static async Task<Outcome<Guid>> Review(AssessmentGround ground, Actor actor, Guid id, bool passed, string note = "")
    {
        var hash = (await ground.Schemes.FindAsync(ground.Lead, id, default))!.Line.DefinitionHash;
        return await new ReviewScheme(ground.Database.UnitOfWork, ground.Clock).RunAsync(actor, new(id, hash, passed, note), default);
    }

    private static async Task<int> Version(AssessmentGround ground, Guid id) => (await ground.Schemes.FindAsync(ground.Lead, id, default))!.Review.RowVersion;

    private static Task<List<string>> JournalAsync(AssessmentGround ground, Guid id) => ground.Database.UnitOfWork.ReadAsync(
        ground.Committee.TenantId, db => db.Set<JournalEntry>().Where(j => j.SubjectId == id).Select(j => j.Action).OrderBy(a => a).ToListAsync(), default);
}
