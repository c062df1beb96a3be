using System.Globalization;
using Yipanqi.Engine.Fusion;
using Yipanqi.Web.Modules.BusinessTasks;
using Yipanqi.Web.Modules.BusinessTasks.Chessboard;
using Yipanqi.Web.Modules.BusinessTasks.Pages.Chessboard;
using Yipanqi.Web.Shell.Chess;
using Yipanqi.Web.Shell.Text;

namespace Yipanqi.Web.Tests.Modules.BusinessTasks.Fusion;

/// <summary>A row that is kept must never outlive what it says: whatever it is written from makes another row.</summary>
public sealed class KeptRowsTests
{
    private static readonly Guid Id = Guid.CreateVersion7();
    private static readonly StageCell Cell = new(StageState.Joined, 3, 0, new(2026, 3, 1), new(2026, 2, 1), new(2026, 2, 4), 0, 0);
    private static readonly ChessTask.Point Point = new(Guid.CreateVersion7(), "攻关组", "一支部");
    private readonly KeptRows kept = new();

    [Fact]
    public void The_same_task_keeps_its_row()
    {
        var row = kept.RowOf(WriterOf(2026), Task());

        kept.RowOf(WriterOf(2026), Task()).ShouldBeSameAs(row);
        Task().ShouldBe(Task());
    }

    [Fact]
    public void Whatever_changes_makes_another_row()
    {
        ChessTask[] others =
        [
            Task(id: Guid.CreateVersion7()), Task(code: "ZD2"), Task(title: "另一项"), Task(importance: TaskImportance.Critical), Task(state: TaskState.Done), Task(lead: "财政局"),
            Task(cell: Cell with { State = StageState.PartyMissing }), Task(cell: Cell with { LagDays = 4 }), Task(cell: Cell with { LateDays = 1 }), Task(cell: Cell with { LimitDay = new(2026, 3, 2) }),
            Task(cell: Cell with { BusinessDay = new(2026, 2, 2) }), Task(cell: Cell with { PartyDay = new(2026, 2, 5) }), Task(cell: Cell with { WorstPoint = -1 }), Task(cell: Cell with { Others = 1 }),
            Task(points: [Point, Point]), Task(points: [Point with { Name = "先锋岗" }]), Task(points: [Point with { Party = "二支部" }]), Task(points: [Point with { Id = Guid.CreateVersion7() }]),
        ];

        var row = kept.RowOf(WriterOf(2026), Task());
        others.ShouldAllBe(t => !t.Equals(Task()));
        others.Select(t => kept.RowOf(WriterOf(2026), t)).ShouldAllBe(r => !ReferenceEquals(r, row));
        kept.RowOf(WriterOf(2026), Task()).ShouldBeSameAs(row);
        var varied = typeof(ChessTask).GetConstructors().Max(c => c.GetParameters().Length) - 2 + typeof(StageCell).GetConstructors().Max(c => c.GetParameters().Length) + 4;
        others.Length.ShouldBe(varied, "each value of the task, of a cell and of a point is varied, and the number of points");
    }

    [Fact]
    public void Other_points_are_seen_and_read_out_where_something_is_due()
    {
        var (one, more, waits) = (Cell, Cell with { Others = 2 }, Cell with { Others = 2, State = StageState.NotDue, BusinessDay = null, PartyDay = null });
        ChessCell Of(StageCell cell) => kept.RowOf(WriterOf(2026), Task(cell: cell)).Cells[0]!;

        (Of(one).More, Of(one).Spoken).ShouldBe((null, "谋划：双轨到位，党建2月4日，业务2月1日，相差3天。"));
        (Of(more).More, Of(more).Spoken).ShouldBe(("另 2 个", "谋划：双轨到位，党建2月4日，业务2月1日，相差3天。另有2个结合点。"));
        (Of(waits).More, Of(waits).Spoken).ShouldBe((null, "谋划：未到期，3月1日前。"));
    }

    [Fact]
    public void Another_year_column_language_or_wording_makes_another_row()
    {
        var row = kept.RowOf(WriterOf(2026), Task());
        var before = CultureInfo.CurrentUICulture;
        try
        {
            kept.RowOf(WriterOf(2025), Task()).Cells[0]!.Party.ShouldBe("26-02-04");
            kept.RowOf(new ChessWriter(new T(), 2026, hasAssess: true), Task()).Cells.Count.ShouldBe(5);
            CultureInfo.CurrentUICulture = new("en");
            var english = kept.RowOf(WriterOf(2026), Task());
            english.Cells[0]!.Stage.ShouldNotBe(row.Cells[0]!.Stage);
            CultureInfo.CurrentUICulture = before;
            kept.RowOf(WriterOf(2026), Task()).ShouldBeSameAs(row);
            new Wording([["谋划", "筹划"]], []).Take();
            kept.RowOf(WriterOf(2026), Task()).Cells[0]!.Stage.ShouldBe("筹划");
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static ChessWriter WriterOf(int year) => new(new T(), year, hasAssess: false);

    private static ChessTask Task(
        Guid? id = null, string code = "ZD1", string title = "水质达标", TaskImportance importance = TaskImportance.Normal, TaskState state = TaskState.Active, string lead = "水务局",
        StageCell? cell = null, ChessTask.Point[]? points = null) =>
        new(id ?? Id, code, title, importance, state, lead, [cell ?? Cell, Cell, Cell, Cell, null], points ?? [Point]);
}
