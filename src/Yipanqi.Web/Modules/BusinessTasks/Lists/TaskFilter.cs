using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Search;

namespace Yipanqi.Web.Modules.BusinessTasks.Lists;

/// <summary>Which key tasks a list shows and in which order, as the address of the page tells it.</summary>
/// <param name="Unit">Code, name or short name of a unit: tasks led in its subtree.</param>
/// <param name="State">active, late, done, cancelled or all; empty for all that were not cancelled.</param>
/// <param name="Sort">due, code or year, with a minus for descending; empty for those in work first, by day.</param>
public sealed record TaskFilter(string Text, int? Year, string Unit, TaskImportance? Importance, string State, string Sort)
{
    public const string Active = "active";
    public const string Late = "late";
    public const string Done = "done";
    public const string Cancelled = "cancelled";
    public const string All = "all";

    public static readonly IReadOnlyList<string> Fields = ["q", "year", "unit", "importance", "state"];

    /// <summary>These alone, as chosen by their boxes; empty for all.</summary>
    public IReadOnlyList<Guid> Chosen { get; init; } = [];

    /// <summary>Only those that wait to be claimed.</summary>
    public bool IsUnclaimed { get; init; }

    /// <summary>Reads the values by their names in the address; what is not understood is left out.</summary>
    public static TaskFilter From(Func<string, string?> value) => new(
        value("q")?.Trim() ?? "",
        int.TryParse(value("year"), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null,
        value("unit")?.Trim() ?? "",
        Enum.TryParse<TaskImportance>(value("importance"), ignoreCase: true, out var importance) && Enum.IsDefined(importance) ? importance : null,
        value("state") is Active or Late or Done or Cancelled or All ? value("state")! : "",
        value("sort") ?? "");

    /// <summary>The tasks that match by all but the words, of those the actor may see.</summary>
    internal async Task<IQueryable<BusinessTask>> NarrowAsync(YipanqiDb db, Actor actor, DateOnly today, CancellationToken cancellation)
    {
        var tasks = db.Tasks(actor, IsUnclaimed ? Permission.ManageTasks : Permission.ViewTasks);
        tasks = IsUnclaimed ? tasks.Where(t => t.LeadUnitId == null) : tasks;
        var chosen = Chosen.ToArray();
        tasks = chosen.Length == 0 ? tasks : tasks.Where(t => EF.Parameter(chosen).Contains(t.Id));
        tasks = Year is null ? tasks : tasks.Where(t => t.PlanYear == Year);
        tasks = Importance is null ? tasks : tasks.Where(t => t.Importance == Importance);
        if (Unit.Length > 0)
        {
            var below = await db.BelowAsync(actor, Unit, cancellation);
            tasks = tasks.Where(t => below.Any(u => u.TenantId == t.TenantId && u.Id == t.LeadUnitId));
        }

        return State switch
        {
            Active => tasks.Where(t => t.State == TaskState.Active),
            Late => tasks.Where(t => t.State == TaskState.Active && t.DueDay < today),
            Done => tasks.Where(t => t.State == TaskState.Done),
            Cancelled => tasks.Where(t => t.State == TaskState.Cancelled),
            All => tasks,
            _ => tasks.Where(t => t.State != TaskState.Cancelled),
        };
    }

    /// <summary>Those of the narrowed tasks that the words lead to.</summary>
    internal IQueryable<BusinessTask> Worded(YipanqiDb db, IQueryable<BusinessTask> narrowed) =>
        Text.Length == 0 ? narrowed : narrowed.FoundBy(db, SearchKind.BusinessTask, Text, t => t.Id);

    /// <summary>The same in the order asked for. Each is served by an index and leaves no two tasks equal.</summary>
    internal IQueryable<BusinessTask> Order(YipanqiDb db, IQueryable<BusinessTask> narrowed)
    {
        var tasks = Worded(db, narrowed);
        return Sort switch
        {
            "code" => tasks.OrderBy(t => t.Code),
            "-code" => tasks.OrderByDescending(t => t.Code),
            "year" => tasks.OrderBy(t => t.PlanYear).ThenBy(t => t.DueDay).ThenBy(t => t.Code),
            "-year" => tasks.OrderByDescending(t => t.PlanYear).ThenByDescending(t => t.DueDay).ThenByDescending(t => t.Code),
            "-due" => tasks.OrderByDescending(t => t.DueDay).ThenByDescending(t => t.Code),
            "due" => tasks.OrderBy(t => t.DueDay).ThenBy(t => t.Code),
            _ when Text.Length > 0 && narrowed.InListOrder(db, SearchKind.BusinessTask, Text, t => t.Id) is { } ordered => ordered,
            _ => tasks.OrderBy(t => t.State).ThenBy(t => t.DueDay).ThenBy(t => t.Code),
        };
    }
}
