using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Yipanqi.Web.Database;

/// <summary>Instants are UTC in the program and in both databases; SQLite forgets the kind, so it is set again when read.</summary>
public sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    write => write.Kind == DateTimeKind.Utc ? write : DateTime.SpecifyKind(write, DateTimeKind.Utc),
    read => DateTime.SpecifyKind(read, DateTimeKind.Utc));
