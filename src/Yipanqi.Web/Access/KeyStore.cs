using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Access;

/// <summary>Keeps data-protection keys in the database, so that every node reads the cookies of the others.</summary>
public sealed class KeyStore(UnitOfWork unitOfWork) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() =>
        unitOfWork.ReadAsync(UnitOfWork.NoTenant, db => db.Set<DataProtectionKey>().OrderBy(k => k.Id).Select(k => k.Xml).ToListAsync(), default)
            .GetAwaiter().GetResult().ConvertAll(XElement.Parse);

    public void StoreElement(XElement element, string friendlyName) =>
        unitOfWork.WriteAsync<bool>(
            UnitOfWork.NoTenant,
            async db =>
            {
                db.Add(new DataProtectionKey { Id = Guid.CreateVersion7(), FriendlyName = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
                await db.SaveChangesAsync();
                return true;
            },
            default).GetAwaiter().GetResult();
}
