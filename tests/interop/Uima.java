import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;

import org.apache.uima.UIMAFramework;
import org.apache.uima.cas.ArrayFS;
import org.apache.uima.cas.CAS;
import org.apache.uima.cas.FeatureStructure;
import org.apache.uima.cas.StringArrayFS;
import org.apache.uima.cas.Type;
import org.apache.uima.cas.impl.XmiCasDeserializer;
import org.apache.uima.cas.impl.XmiCasSerializer;
import org.apache.uima.cas.text.AnnotationFS;
import org.apache.uima.resource.metadata.TypeDescription;
import org.apache.uima.resource.metadata.TypeSystemDescription;
import org.apache.uima.util.CasCreationUtils;
import org.apache.uima.util.XMLInputSource;

/**
 * Apache UIMA itself, which INCEpTION writes its XMI with: `read TYPES XMI OUT` reads a file and writes it
 * again; `write TEXT TYPES OUT` makes one with the kinds of layers that INCEpTION offers.
 */
public class Uima {
    private static final String ANNOTATION = "uima.tcas.Annotation";
    private static final String STRING = "uima.cas.String";

    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("read")) {
            TypeSystemDescription types = UIMAFramework.getXMLParser()
                    .parseTypeSystemDescription(new XMLInputSource(arguments[1]));
            CAS cas = CasCreationUtils.createCas(types, null, null);
            try (InputStream file = new FileInputStream(arguments[2])) {
                XmiCasDeserializer.deserialize(file, cas);
            }
            write(cas, arguments[3]);
        } else {
            made(new String(Files.readAllBytes(Paths.get(arguments[1])), StandardCharsets.UTF_8), arguments[2], arguments[3]);
        }
    }

    private static void write(CAS cas, String path) throws Exception {
        try (OutputStream file = new FileOutputStream(path)) {
            XmiCasSerializer.serialize(cas, file);
        }
    }

    private static void made(String text, String typesPath, String path) throws Exception {
        TypeSystemDescription types = UIMAFramework.getResourceSpecifierFactory().createTypeSystemDescription();
        String core = "de.tudarmstadt.ukp.dkpro.core.api.";
        types.addType(core + "segmentation.type.Sentence", "", ANNOTATION);
        types.addType(core + "segmentation.type.Token", "", ANNOTATION);
        TypeDescription entity = types.addType(core + "ner.type.NamedEntity", "", ANNOTATION);
        entity.addFeature("value", "", STRING);
        entity.addFeature("identifier", "", STRING);
        TypeDescription dependency = types.addType(core + "syntax.type.dependency.Dependency", "", ANNOTATION);
        dependency.addFeature("Governor", "", core + "segmentation.type.Token");
        dependency.addFeature("Dependent", "", core + "segmentation.type.Token");
        dependency.addFeature("DependencyType", "", STRING);
        TypeDescription slot = types.addType("webanno.custom.TaskUnitsLink", "", "uima.cas.TOP");
        slot.addFeature("role", "", STRING);
        slot.addFeature("target", "", entity.getName());
        TypeDescription task = types.addType("webanno.custom.Task", "", ANNOTATION);
        task.addFeature("units", "", "uima.cas.FSArray", slot.getName(), false);
        task.addFeature("tags", "", "uima.cas.StringArray");
        task.addFeature("weight", "", "uima.cas.Integer");
        task.addFeature("urgent", "", "uima.cas.Boolean");
        TypeDescription chained = types.addType("webanno.custom.SameLink", "", ANNOTATION);
        chained.addFeature("next", "", chained.getName());
        chained.addFeature("referenceType", "", STRING);
        TypeDescription chain = types.addType("webanno.custom.SameChain", "", "uima.cas.AnnotationBase");
        chain.addFeature("first", "", chained.getName());

        CAS cas = CasCreationUtils.createCas(types, null, null);
        cas.setDocumentText(text);
        cas.setDocumentLanguage("zh");
        add(cas, core + "segmentation.type.Sentence", 0, text.length());
        AnnotationFS[] tokens = new AnnotationFS[2];
        String[] words = {"完成", "清淤"};
        for (int at = 0; at < words.length; at++) {
            tokens[at] = on(cas, core + "segmentation.type.Token", text, words[at]);
        }
        AnnotationFS grammar = on(cas, dependency.getName(), text, "清淤");
        refer(grammar, "Governor", tokens[0]);
        refer(grammar, "Dependent", tokens[1]);
        say(grammar, "DependencyType", "dobj");

        AnnotationFS unit = on(cas, entity.getName(), text, "市水利局");
        say(unit, "value", "ORG");
        say(unit, "identifier", "http://www.wikidata.org/entity/Q1");
        AnnotationFS work = on(cas, task.getName(), text, "完成清淤20公里");
        FeatureStructure lead = cas.createFS(cas.getTypeSystem().getType(slot.getName()));
        say(lead, "role", "牵头");
        refer(lead, "target", unit);
        ArrayFS units = cas.createArrayFS(1);
        units.set(0, lead);
        refer(work, "units", units);
        StringArrayFS tags = cas.createStringArrayFS(2);
        tags.set(0, "甲");
        tags.set(1, "乙");
        refer(work, "tags", tags);
        work.setIntValue(work.getType().getFeatureByBaseName("weight"), 3);
        work.setBooleanValue(work.getType().getFeatureByBaseName("urgent"), true);
        AnnotationFS first = on(cas, chained.getName(), text, "讲话稿𬭎");
        AnnotationFS second = on(cas, chained.getName(), text, "6月底前");
        say(first, "referenceType", "同一");
        refer(first, "next", second);
        FeatureStructure whole = cas.createFS(cas.getTypeSystem().getType(chain.getName()));
        refer(whole, "first", first);
        cas.addFsToIndexes(whole);
        write(cas, path);
        try (OutputStream file = new FileOutputStream(typesPath)) {
            types.toXML(file);
        }
    }

    private static AnnotationFS on(CAS cas, String type, String text, String words) {
        return add(cas, type, text.indexOf(words), text.indexOf(words) + words.length());
    }

    private static AnnotationFS add(CAS cas, String type, int begin, int end) {
        Type kind = cas.getTypeSystem().getType(type);
        AnnotationFS made = cas.createAnnotation(kind, begin, end);
        cas.addFsToIndexes(made);
        return made;
    }

    private static void say(FeatureStructure one, String feature, String value) {
        one.setStringValue(one.getType().getFeatureByBaseName(feature), value);
    }

    private static void refer(FeatureStructure one, String feature, FeatureStructure other) {
        one.setFeatureValue(one.getType().getFeatureByBaseName(feature), other);
    }
}
