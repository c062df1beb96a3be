using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// Observations of one item and part as bytes, little-endian: number of figures; who brought them in, each kind once; then column by
/// column place, reason, value, numerator, denominator, sample size (NaN for none), provenance, parts. Nothing is lost.
/// </summary>
internal static class ObservationPacking
{
    public static byte[] Pack(IReadOnlyList<PackedFigure> figures)
    {
        var (origins, places) = Origins(figures);
        using var memory = new MemoryStream(64 + (figures.Count * 40));
        using var writer = new BinaryWriter(memory);
        writer.Write(figures.Count);
        writer.Write(origins.Count);
        origins.ForEach(o => Write(writer, o));
        Each(f => writer.Write((ushort)f.At));
        Each(f => writer.Write((byte)f.Reported.Absence));
        Each(f => writer.Write(f.Reported.Value ?? double.NaN));
        Each(f => writer.Write(f.Reported.Numerator ?? double.NaN));
        Each(f => writer.Write(f.Reported.Denominator ?? double.NaN));
        Each(f => writer.Write(f.Reported.SampleSize ?? double.NaN));
        Array.ForEach(places, writer.Write);
        Each(f => writer.Write(f.Reported.Parts));
        writer.Flush();
        return memory.ToArray();

        void Each(Action<PackedFigure> write)
        {
            foreach (var figure in figures)
            {
                write(figure);
            }
        }
    }

    public static PackedFigure[] Read(byte[] content)
    {
        using var reader = new BinaryReader(new MemoryStream(content));
        var figures = new PackedFigure[reader.ReadInt32()];
        var origins = Fill(reader.ReadInt32(), () => ReadOrigin(reader));
        var at = Fill(figures.Length, () => (int)reader.ReadUInt16());
        var absence = Fill(figures.Length, () => (AbsenceReason)reader.ReadByte());
        var (value, numerator) = (Fill(figures.Length, Figure), Fill(figures.Length, Figure));
        var (denominator, size) = (Fill(figures.Length, Figure), Fill(figures.Length, Figure));
        var origin = Fill(figures.Length, () => origins[reader.ReadUInt16()]);
        for (var i = 0; i < figures.Length; i++)
        {
            var reported = new Reported(value[i], numerator[i], denominator[i], size[i], reader.ReadString(), absence[i], origin[i].Source);
            figures[i] = new(at[i], reported, origin[i].From);
        }

        return figures;

        double? Figure() => reader.ReadDouble() is var figure && double.IsNaN(figure) ? null : figure;
    }

    // Each kind once, and of each figure the place of its kind. Figures that came together mostly follow each other.
    private static (List<(string Source, Provenance From)> Origins, ushort[] Places) Origins(IReadOnlyList<PackedFigure> figures)
    {
        var (origins, known, places) = (new List<(string, Provenance)>(), new Dictionary<(string, Provenance), ushort>(), new ushort[figures.Count]);
        var last = default((string Source, Provenance From));
        for (var i = 0; i < places.Length; i++)
        {
            var origin = (figures[i].Reported.Source, figures[i].From);
            if (i > 0 && ReferenceEquals(origin.From, last.From) && origin.Source == last.Source)
            {
                places[i] = places[i - 1];
                continue;
            }

            if (!known.TryGetValue(origin, out places[i]))
            {
                known[origin] = places[i] = (ushort)origins.Count;
                origins.Add(origin);
            }

            last = origin;
        }

        return (origins, places);
    }

    private static void Write(BinaryWriter writer, (string Source, Provenance From) origin)
    {
        writer.Write(origin.Source);
        writer.Write(origin.From.PersonId.ToByteArray(bigEndian: true));
        writer.Write(origin.From.RecordedUtc.Ticks);
        writer.Write(origin.From.AsOfUtc.Ticks);
        writer.Write((origin.From.ImportId ?? Guid.Empty).ToByteArray(bigEndian: true));
    }

    private static (string Source, Provenance From) ReadOrigin(BinaryReader reader)
    {
        var (source, person) = (reader.ReadString(), new Guid(reader.ReadBytes(16), bigEndian: true));
        var (recorded, asOf) = (new DateTime(reader.ReadInt64(), DateTimeKind.Utc), new DateTime(reader.ReadInt64(), DateTimeKind.Utc));
        var import = new Guid(reader.ReadBytes(16), bigEndian: true);
        return (source, new Provenance(person, recorded, asOf, import == Guid.Empty ? null : import));
    }

    private static T[] Fill<T>(int count, Func<T> read)
    {
        var column = new T[count];
        for (var i = 0; i < count; i++)
        {
            column[i] = read();
        }

        return column;
    }
}
