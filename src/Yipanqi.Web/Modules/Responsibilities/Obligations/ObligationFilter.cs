using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>What the list of obligations is narrowed to and ordered by; the page, its export and the bulk acceptance read it alike.</summary>
/// <param name="Show">todo, late, submitted, asked, accepted, all.</param>
/// <param name="Outcome">missed: due by today and not accepted in time; adopted, done, accepted: as far as the coverage counts them; empty for all.</param>
/// <param name="Descending">What is due last comes first.</param>
/// <param name="Unit">Only the subtree of this Party organisation and of the units linked to it; empty for all.</param>
public sealed record ObligationFilter(string Text, string Show, DutyLevel? Level, string Duty, DateOnly? From, DateOnly? To, string Outcome, Picked Unit, bool Descending)
{
    public const string ToDo = "todo";
    public const string Late = "late";
    public const string Submitted = "submitted";
    public const string Asked = "asked";
    public const string Accepted = "accepted";
    public const string All = "all";
    public const string Missed = "missed";
    public const string NotAdopted = "unadopted";
    public const string NotDone = "undone";
    public const string NotAccepted = "unaccepted";

    public static readonly IReadOnlyList<string> Shows = [ToDo, Late, Submitted, Asked, Accepted, All];

    public static readonly IReadOnlyList<string> Fields = ["q", "level", "from", "to", "unit.Text", "unit.Id"];

    public static ObligationFilter Read(Func<string, string?> value) => new(
        value("q")?.Trim() ?? "", value("show") is { } show && Shows.Contains(show) ? show : value("outcome") is { Length: > 0 } || value("duty") is { Length: > 0 } ? All : ToDo,
        Enum.TryParse<DutyLevel>(value("level"), out var level) && Enum.IsDefined(level) ? level : null, value("duty") ?? "",
        DateOnly.TryParseExact(value("from"), "yyyy-MM-dd", out var from) ? from : null, DateOnly.TryParseExact(value("to"), "yyyy-MM-dd", out var to) ? to : null,
        value("outcome") is Missed or NotAdopted or NotDone or NotAccepted ? value("outcome")! : "", Picked.From(value, "unit"), value("sort") == "-due");

    internal async Task<IQueryable<Obligation>> ApplyAsync(YipanqiDb db, Actor actor, DateOnly today, CancellationToken cancellation)
    {
        var rows = Apply(db, actor, today);
        if (Unit.IsEmpty)
        {
            return rows;
        }

        var unit = await db.FindPickedAsync(actor, Permission.ViewDuties, Unit, "unit", cancellation, Track.Party);
        return rows.Below(db, unit.IsDone ? await PartySubtree.PathsAsync(db, unit.Value, cancellation) : []);
    }

    private IQueryable<Obligation> Apply(YipanqiDb db, Actor actor, DateOnly today)
    {
        var rows = Narrow(db.Obligations(actor), today);
        rows = Level is { } level ? rows.Where(o => o.Level == level) : rows;
        rows = Duty.Length > 0 ? rows.Where(o => o.DutyCode == Duty) : rows;
        rows = From is { } from ? rows.Where(o => o.DueDay >= from) : rows;
        rows = To is { } to ? rows.Where(o => o.DueDay <= to) : rows;
        return Text.Length == 0 ? rows : rows.Where(o => db.Set<Unit>().Any(u => u.TenantId == o.TenantId && u.Id == o.UnitId && u.Name.Contains(Text)) || o.EventText.Contains(Text)
            || db.Set<Duty>().Any(d => d.TenantId == o.TenantId && d.Id == o.DutyId && (d.Wording.Contains(Text) || d.Code == Text)));
    }

    internal IQueryable<Obligation> Order(IQueryable<Obligation> rows) =>
        Descending ? rows.OrderByDescending(o => o.DueDay).ThenByDescending(o => o.Id) : rows.OrderBy(o => o.DueDay).ThenBy(o => o.Id);

    private IQueryable<Obligation> Narrow(IQueryable<Obligation> rows, DateOnly today)
    {
        var shown = Show switch
        {
            ToDo => rows.Where(o => o.State == ObligationState.Open || o.State == ObligationState.Claimed || o.State == ObligationState.Returned),
            Late => rows.Where(o => (o.State == ObligationState.Open || o.State == ObligationState.Claimed || o.State == ObligationState.Returned) && o.DueDay < today && !o.IsProvisional),
            Submitted => rows.Where(o => o.State == ObligationState.Submitted),
            Asked => rows.Where(o => o.Request != null),
            Accepted => rows.Where(o => o.State == ObligationState.Accepted),
            _ => rows,
        };
        return Outcome switch
        {
            Missed => Due(shown, DateOnly.MinValue, today).Where(o => !(o.State == ObligationState.Accepted && o.DoneDay <= o.DueDay)),
            NotAdopted => Counted(shown).Where(o => o.State == ObligationState.Open && !o.IsComputed),
            NotDone => Counted(shown).Where(o => o.State == ObligationState.Open || o.State == ObligationState.Claimed || o.State == ObligationState.Returned),
            NotAccepted => Counted(shown).Where(o => o.State == ObligationState.Submitted),
            _ => shown,
        };
    }

    /// <summary>What figures count of that due in these days: a day of a year without a calendar is not known yet, and nobody is late by it.</summary>
    internal static IQueryable<Obligation> Due(IQueryable<Obligation> rows, DateOnly first, DateOnly last) =>
        Counted(rows).Where(o => o.DueDay >= first && o.DueDay <= last && !o.IsProvisional);

    /// <summary>What figures count: all but what was exempted, handed back or ended with its unit.</summary>
    internal static IQueryable<Obligation> Counted(IQueryable<Obligation> rows) =>
        rows.Where(o => o.State != ObligationState.Exempt && o.State != ObligationState.Declined && o.State != ObligationState.Ended);
}
