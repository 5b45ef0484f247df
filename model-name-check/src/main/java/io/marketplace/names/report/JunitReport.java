package io.marketplace.names.report;

import io.marketplace.names.files.Skipped;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A report as JUnit's XML: a failed test for each file with findings, a skipped one for each that
 * was not read, and one test for all the others.
 */
final class JunitReport {
  private JunitReport() {}

  static String of(Report report) {
    Map<String, List<String>> failures = new LinkedHashMap<>();
    report
        .found()
        .forEach(
            each ->
                failures
                    .computeIfAbsent(each.file().shown(), file -> new ArrayList<>())
                    .add(
                        each.finding().line() + ":" + each.finding().column() + ": " + each.why()));
    report
        .faults()
        .forEach(
            each ->
                failures
                    .computeIfAbsent(each.file().shown(), file -> new ArrayList<>())
                    .add(each.line() + ":1: " + each.says()));
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("testsuites");
      xml.writeStartElement("testsuite");
      xml.writeAttribute("name", "check-names");
      xml.writeAttribute("tests", String.valueOf(failures.size() + report.skipped().size() + 1));
      xml.writeAttribute("failures", String.valueOf(failures.size()));
      xml.writeAttribute("errors", "0");
      xml.writeAttribute("skipped", String.valueOf(report.skipped().size()));
      testCase(xml, "all files", report.files() + " files read");
      xml.writeEndElement();
      for (Map.Entry<String, List<String>> each : failures.entrySet()) {
        failure(xml, each.getKey(), each.getValue());
      }
      for (Skipped each : report.skipped()) {
        testCase(xml, clean(each.shown()), "names of models");
        xml.writeEmptyElement("skipped");
        xml.writeAttribute("message", clean(each.why()));
        xml.writeEndElement();
      }
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a string takes all that is written", e);
    }
    return text + "\n";
  }

  private static void failure(XMLStreamWriter xml, String file, List<String> lines)
      throws XMLStreamException {
    testCase(xml, clean(file), "names of models");
    xml.writeStartElement("failure");
    xml.writeAttribute("type", "model-name");
    xml.writeAttribute("message", lines.size() + " found");
    StringBuilder all = new StringBuilder("\n");
    lines.forEach(line -> all.append(clean(file + ":" + line)).append('\n'));
    xml.writeCharacters(all.toString());
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static void testCase(XMLStreamWriter xml, String file, String name)
      throws XMLStreamException {
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", file);
    xml.writeAttribute("name", name);
  }

  /** XML 1.0 knows no control characters. */
  private static String clean(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }
}
