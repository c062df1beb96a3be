using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Figures of all items of one unit as bytes, bit by bit as they are.</summary>
internal static class FigurePacking
{
    /// <param name="figures">One for each item; null where the item is not pooled over this unit.</param>
    public static byte[] Pack(IReadOnlyList<ItemFigure?> figures)
    {
        using var memory = new MemoryStream(figures.Count * 40);
        using var writer = new BinaryWriter(memory);
        foreach (var figure in figures)
        {
            writer.Write(figure is not null);
            if (figure is { } known)
            {
                Write(writer, known);
            }
        }

        writer.Flush();
        return memory.ToArray();
    }

    public static ItemFigure?[] Read(byte[] content, int items)
    {
        using var reader = new BinaryReader(new MemoryStream(content));
        var figures = new ItemFigure?[items];
        for (var item = 0; item < items; item++)
        {
            figures[item] = reader.ReadBoolean() ? Read(reader) : null;
        }

        return figures;
    }

    private static void Write(BinaryWriter writer, in ItemFigure figure)
    {
        writer.Write((byte)figure.Reason);
        writer.Write(figure.Value);
        writer.Write(figure.Numerator);
        writer.Write(figure.Denominator);
        writer.Write(figure.Size);
        Write(writer, figure.Parts);
        writer.Write(figure.Records is not null);
        if (figure.Records is var (values, weights))
        {
            Write(writer, values);
            Write(writer, weights);
        }
    }

    private static ItemFigure Read(BinaryReader reader)
    {
        var reason = (AbsenceReason)reader.ReadByte();
        var figure = new ItemFigure(reader.ReadDouble(), reason, reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble()) { Parts = Column(reader) };
        return reader.ReadBoolean() ? figure with { Records = (Column(reader), Column(reader)) } : figure;
    }

    private static void Write(BinaryWriter writer, double[] column)
    {
        writer.Write(column.Length);
        foreach (var figure in column)
        {
            writer.Write(figure);
        }
    }

    private static double[] Column(BinaryReader reader)
    {
        var column = new double[reader.ReadInt32()];
        for (var i = 0; i < column.Length; i++)
        {
            column[i] = reader.ReadDouble();
        }

        return column;
    }
}
