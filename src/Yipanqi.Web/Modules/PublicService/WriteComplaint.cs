using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.PublicService;

/// <summary>Takes a complaint or suggestion from anyone, signed in or not, and answers its number.</summary>
public sealed class WriteComplaint(UnitOfWork unitOfWork, DomainQuery domains, TimeProvider clock)
{
    public sealed record Input(Guid DomainId, string Text, string Contact, string PagePath);

    public async Task<Outcome<string>> RunAsync(Input input, CancellationToken cancellation)
    {
        var text = input.Text.Trim();
        var contact = input.Contact.Trim();
        if (await domains.FindAsync(input.DomainId, cancellation) is null)
        {
            return new Refusal("complaint.domain", nameof(input.DomainId), "请选择受理单位。");
        }

        if (text.Length == 0)
        {
            return new Refusal("complaint.empty", nameof(input.Text), "请写下要反映的事。");
        }

        if (text.Length > Complaint.MaxTextLength)
        {
            return new Refusal("complaint.long", nameof(input.Text), $"最多 {Complaint.MaxTextLength} 字，现有 {text.Length} 字。请删短，或分两次写。");
        }

        if (contact.Length > Complaint.MaxContactLength)
        {
            return new Refusal("complaint.contact", nameof(input.Contact), $"联系方式最多 {Complaint.MaxContactLength} 字。");
        }

        return await unitOfWork.WriteAsync<string>(
            input.DomainId,
            async db =>
            {
                var now = clock.GetUtcNow().UtcDateTime;
                var path = input.PagePath.Length <= 200 ? input.PagePath : input.PagePath[..200];
                var complaint = Complaint.New(db.TenantId, text, contact, path, ChinaTime.DayOf(now));
                while (await db.Set<Complaint>().AnyAsync(c => c.Number == complaint.Number, cancellation))
                {
                    complaint = Complaint.New(db.TenantId, text, contact, path, ChinaTime.DayOf(now));
                }

                db.Add(complaint);
                await db.SaveAsync(new Change(null, now, "complaint.received", nameof(Complaint), complaint.Id), cancellation);
                return complaint.Number;
            },
            cancellation);
    }
}
