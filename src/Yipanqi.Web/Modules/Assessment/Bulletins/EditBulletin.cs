using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Saves the remarks of a draft.</summary>
public sealed class EditBulletin(UnitOfWork unitOfWork, TimeProvider clock)
{
    /// <param name="Version">As the form was shown; a draft saved by another meanwhile is not overwritten.</param>
    public sealed record Input(Guid Id, int Version, BulletinRemarks Remarks);

    public async Task<Outcome<bool>> RunAsync(Actor actor, Input input, CancellationToken cancellation)
    {
        var remarks = new BulletinRemarks(input.Remarks.Sign.Trim(), input.Remarks.Addressee.Trim(), input.Remarks.Overall.Trim(), input.Remarks.Comment.Trim(), input.Remarks.Demands.Trim());
        var refusals = Check(remarks);
        return refusals.Count > 0 ? Outcome<bool>.Refused(refusals) : await unitOfWork.WriteAsync<bool>(
            actor.TenantId,
            async db =>
            {
                if (await db.DraftOfAsync(actor, Permission.RunAssessment, input.Id, cancellation) is not { } bulletin)
                {
                    return BulletinAccess.Absent;
                }

                if (bulletin.Version != input.Version)
                {
                    return new Refusal("bulletin.raced", "", "没有保存。另一位同志刚改过这份草稿。您填的内容还在，请核对后再保存。");
                }

                if (bulletin.Remarks == remarks)
                {
                    return true;
                }

                var now = clock.GetUtcNow().UtcDateTime;
                bulletin.Edit(remarks, actor.PersonId, now);
                await db.SaveAsync(new Change(actor.PersonId, now, "bulletin.edited", nameof(Bulletin), bulletin.Id), cancellation);
                return true;
            },
            cancellation);
    }

    private static List<Refusal> Check(BulletinRemarks remarks)
    {
        var refusals = new List<Refusal>();
        if (remarks.Sign.Length is 0 or > Bulletin.MostSign)
        {
            refusals.Add(new("bulletin.sign", nameof(remarks.Sign), $"请填写发文机关代字，{Bulletin.MostSign} 字以内，例如“示直工通”。"));
        }

        if (remarks.Addressee.Length is 0 or > Bulletin.MostAddressee)
        {
            refusals.Add(new("bulletin.addressee", nameof(remarks.Addressee), $"请填写主送机关，{Bulletin.MostAddressee} 字以内。"));
        }

        foreach (var (field, text) in new[] { (nameof(remarks.Overall), remarks.Overall), (nameof(remarks.Comment), remarks.Comment), (nameof(remarks.Demands), remarks.Demands) })
        {
            if (text.Length > Bulletin.MostText)
            {
                refusals.Add(new("bulletin.long", field, $"最多 {Bulletin.MostText} 字，现有 {text.Length} 字。请删短。"));
            }
        }

        return refusals;
    }
}
