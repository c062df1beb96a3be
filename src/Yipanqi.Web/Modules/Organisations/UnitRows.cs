using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Organisations;

/// <summary>Units as rows of a list: as they are, or as they were on a day.</summary>
internal static class UnitRows
{
    public static IQueryable<UnitRow> Now(this IQueryable<Unit> units) => units.Select(u => new UnitRow
    {
        TenantId = u.TenantId,
        Id = u.Id,
        Code = u.Code,
        Name = u.Name,
        ShortName = u.ShortName,
        Kind = u.Kind,
        Track = u.Track,
        ParentId = u.ParentId,
        Depth = u.Depth,
        SortOrder = u.SortOrder,
        IsAssessed = u.IsAssessed,
        PeerGroupId = u.PeerGroupId,
        Note = u.Note,
        ClosedDay = u.ClosedDay,
    });

    /// <summary>Those that existed on the day, with the name, kind and superior they had. Depth and order are those of now.</summary>
    public static IQueryable<UnitRow> OnDay(this IQueryable<Unit> units, YipanqiDb db, DateOnly day) =>
        from u in units
        where (u.FoundedDay == null || u.FoundedDay <= day) && (u.ClosedDay == null || u.ClosedDay > day)
        join p in db.Set<UnitPast>().Where(p => p.FromDay <= day && p.ToDay >= day) on new { u.TenantId, u.Id } equals new { p.TenantId, Id = p.UnitId } into pasts
        from past in pasts.DefaultIfEmpty()
        select new UnitRow
        {
            TenantId = u.TenantId,
            Id = u.Id,
            Code = u.Code,
            Name = past == null ? u.Name : past.Name,
            ShortName = past == null ? u.ShortName : past.ShortName,
            Kind = past == null ? u.Kind : past.Kind,
            Track = u.Track,
            ParentId = past == null ? u.ParentId : past.ParentId,
            Depth = u.Depth,
            SortOrder = u.SortOrder,
            IsAssessed = past == null ? u.IsAssessed : past.IsAssessed,
            PeerGroupId = past == null ? u.PeerGroupId : past.PeerGroupId,
            Note = u.Note,
            ClosedDay = u.ClosedDay,
        };
}
